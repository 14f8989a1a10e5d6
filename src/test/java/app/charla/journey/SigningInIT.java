package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SigningInIT extends BrowserTest {

    @Test
    void redirectsToTheRequestedPageAfterSignIn() {
        Person ana = person("ana").registerByForm().open("Plaza");
        String address = ana.page().url();
        signOut(ana);

        ana.page().navigate(address);
        ana.page().waitForURL(Pattern.compile(".*/login\\?to=.*"));
        ana.signIn("not the password");
        assertThat(ana.page().locator(".form-message")).hasText("Wrong username or password.");
        ana.signIn(Person.PASSWORD);
        ana.page().waitForURL(address);
        assertThat(ana.page().locator(".conversation-head h2")).hasText("Plaza");
    }

    @Test
    void ignoresAForeignRedirectTarget() {
        Person ana = person("ana").register();
        signOut(ana);

        ana.page().navigate("/login?to=//example.org/");
        ana.signIn(Person.PASSWORD);
        ana.page().waitForURL(Pattern.compile("http://localhost:\\d+/s/home"));
    }

    @Test
    void signsOutOtherBrowsers() {
        Person ana = person("ana").register();
        Person other = person("ana-at-work");
        other.page().navigate("/login");
        other.page().locator("#field-username").fill(ana.username());
        other.page().locator("#field-password").fill(Person.PASSWORD);
        other.page().locator("button[type=submit]").click();
        assertThat(other.chat("Plaza")).isVisible();

        ana.page().navigate("/settings/devices");
        ana.button("Sign out everywhere").click();
        ana.page().getByRole(AriaRole.ALERTDIALOG).locator("button.danger").click();

        other.page().waitForURL(Pattern.compile(".*/login"), new Page.WaitForURLOptions().setTimeout(5_000));
        ana.page().waitForURL(Pattern.compile(".*/login"));
    }

    @Test
    void proposesAUsernameFromTheName() {
        Person ana = person("ana").register();
        Page page = person("newcomer").page();
        page.navigate("/register");
        page.locator("#field-name").fill(ana.username());
        assertThat(page.locator("#field-username")).hasValue(ana.username() + "-2");
        page.locator("#field-name").fill("Ana María Núñez " + ana.username());
        assertThat(page.locator("#field-username")).hasValue(Pattern.compile("ana\\.maria\\.nunez\\..*"));

        String chosen = "x." + ana.username();
        page.locator("#field-username").fill(chosen);
        page.locator("#field-name").fill("Ana María");
        page.locator("#field-password").fill(Person.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/s/home"));
        assertThat(page.locator(".rail .account")).hasAccessibleName("Ana María’s account");
        page.navigate("/settings");
        assertThat(page.locator("main")).containsText(chosen);
    }

    @Test
    void refusesATakenUsername() {
        Person ana = person("ana").register();
        Person impostor = person("impostor");
        impostor.page().navigate("/register");
        impostor.page().locator("#field-name").fill("Ana");
        impostor.page().locator("#field-username").fill(ana.username());
        impostor.page().locator("#field-password").fill(Person.PASSWORD);
        impostor.page().locator("button[type=submit]").click();

        assertThat(impostor.page().locator("#complaint-username")).containsText("is taken");
    }

    private static void signOut(Person person) {
        person.page().locator(".rail .account").click();
        person.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        person.page().waitForURL(Pattern.compile(".*/login"));
    }
}
