package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Invite links in the hands of visitors: what they show, and how they let in. */
class InvitesIT extends BrowserTest {

    private static final Path PICTURES = Path.of("target/screens/invite");

    private static void picture(Person person, String name) {
        person.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Test
    void aVisitorSeesWhoInvitesAndIsInAfterSigningUpOrIn() {
        Person ana = person("ana").register().createSpace("Choir");
        String slug = ana.slug();
        ana.openSpaceSettings();
        String invite = ana.invite();

        Person phone = person("petra", phone());
        phone.page().navigate(invite);
        assertThat(phone.page().locator(".invite-page h1")).hasText("Choir");
        assertThat(phone.page().locator(".invite-page")).containsText(ana.username() + " te invita");
        assertThat(phone.page().locator(".invite-page")).containsText("1 miembro");
        picture(phone, "visitor-phone-es");
        phone.button("Crear cuenta y entrar").click();
        phone.registerFrom(Pattern.compile(".*/s/" + slug + "/c/.*"));
        phone.page().locator("charla-composer textarea").fill("Ya estoy");
        phone.button("Enviar").click(); // on a phone Enter begins a new line
        phone.sees("Ya estoy");

        Person bruno = person("bruno").register();
        bruno.page().context().clearCookies();
        bruno.page().navigate(invite);
        picture(bruno, "visitor-desk-en");
        bruno.button("Sign in and join").click();
        bruno.signIn(Person.PASSWORD);
        bruno.page().waitForURL(Pattern.compile(".*/s/" + slug + "/c/.*"));
        bruno.sees("Ya estoy");

        ana.openSpaceSettings();
        ana.button("Revoke").first().click();
        Locator question = ana.page().getByRole(AriaRole.ALERTDIALOG);
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
        assertThat(question).hasCount(0);
        assertThat(ana.button("Revoke")).hasCount(0);
        Person late = person("late");
        late.page().navigate(invite);
        assertThat(late.page().locator(".invite-page h1")).hasText("This invite is no longer valid");
        assertThat(late.page().locator("body")).not().containsText("Choir");
        picture(late, "gone-desk-en");
        assertThat(phone.complaints()).isEmpty();
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void aLinkAloneMakesNobodyAMember() {
        Person ana = person("ana").register().createSpace("Band");
        ana.openSpaceSettings();
        String invite = ana.invite();
        Person bruno = person("bruno").register();

        bruno.page().navigate(invite);

        assertThat(bruno.button("Join")).isVisible();
        assertThat(bruno.page().locator(".invite-page h1")).hasText("Band");
    }
}
