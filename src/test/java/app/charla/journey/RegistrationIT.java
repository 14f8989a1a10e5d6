package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.charla.People;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A new server that lets people in one by one: its setup link, waiting, being let in and refused. */
class RegistrationIT extends BrowserTest {

    private static final Pattern WAITING = Pattern.compile(".*/waiting");

    @Override
    RunningCharla server() {
        return ownServer(Map.of("charla.registration.mode", "approval"));
    }

    @Test
    void registersAnAdministratorBySetupLinkAndApprovesOthers() {
        Person early = waits(person("early"));
        Person root = person("root");
        root.page().navigate("/setup#" + People.SETUP_CODE);
        root.page().waitForURL(Pattern.compile(".*/register"));
        root.page().locator("#field-email").waitFor();
        assertThat(root.page().getByText("this account becomes its admin")).isVisible();
        root.registerFrom(Pattern.compile(".*/s/home"));
        Person late = waits(person("late"));

        root.openSpaceSettings();
        root.button("Approve " + early.username()).click();
        early.page().waitForURL(Pattern.compile(".*/s/home")); // by itself
        assertThat(early.chat("Plaza")).isVisible();
        root.button("Reject " + late.username()).click();
        root.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reject"))
                .click();
        late.page().waitForURL(Pattern.compile(".*/login"));
        assertThat(root.page().getByText("No one is waiting.")).isVisible();

        root.page().locator("#field-registration-mode").selectOption("CLOSED");
        root.page()
                .locator("form")
                .filter(new Locator.FilterOptions().setHas(root.page().locator("#field-registration-mode")))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(root.page().locator(".toast")).isVisible();
        late.page().navigate("/register");
        late.page().getByText("This server is not taking new accounts.").waitFor();
        assertThat(root.complaints()).isEmpty();
        assertThat(early.complaints()).isEmpty();
    }

    /** Registers by the form, and finds no way past the page. */
    private static Person waits(Person newcomer) {
        Page page = newcomer.page();
        page.navigate("/register");
        page.locator("#field-email").waitFor();
        assertThat(page.getByText("New accounts on this server need approval.")).isVisible();
        newcomer.registerFrom(WAITING);
        for (String address : new String[] {"/", "/s/home", "/s/home/settings", "/settings/security", "/spaces/new"}) {
            page.navigate(address);
            page.waitForURL(WAITING);
            page.getByText("@" + newcomer.username()).waitFor();
        }
        return newcomer;
    }
}
