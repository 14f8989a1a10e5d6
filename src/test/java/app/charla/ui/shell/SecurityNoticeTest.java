package app.charla.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.Client;
import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.ui.Addresses;
import app.charla.ui.ViewTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The notice of security alerts, in an open tab. */
@SuppressWarnings("NullAway.Init")
class SecurityNoticeTest extends ViewTest {

    @Autowired
    private SessionService sessions;

    @Test
    void isEmptyWhileThereIsNoAlert() {
        signedIn("ana");
        UI.getCurrent().navigate("");

        assertThat(notice().getElement().getChildCount()).isZero();
        assertThat(notice().getElement().getAttribute("role")).isEqualTo("status");
    }

    @Test
    void showsASignInElsewhereAtOnceAndEndsIt() {
        Actor ana = signedIn("ana");
        UI.getCurrent().navigate("");
        UUID thief = signInElsewhere(ana.account());

        eventually(() -> notice().getElement().getChildCount() > 0);
        assertThat(notice().getElement().getTextRecursively()).contains("Opera, Windows", "203.0.113.9");
        click("primary");

        assertThat(sessions.sessions(ana.account())).extracting(Session::id).doesNotContain(thief);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .as("leads to a new password")
                .isEqualTo(Addresses.settings("security"));
        assertThat(notice().getElement().getChildCount()).isZero();
    }

    @Test
    void showsWhatHappenedBeforeTheVisitUntilItIsDismissed() {
        Actor ana = signedIn("ana");
        UUID other = signInElsewhere(ana.account());
        UI.getCurrent().navigate("");

        assertThat(notice().getElement().getChildCount()).isPositive();
        click("secondary");

        assertThat(notice().getElement().getChildCount()).isZero();
        assertThat(sessions.sessions(ana.account())).extracting(Session::id).contains(other);
    }

    private SecurityNotice notice() {
        return $(SecurityNotice.class).single();
    }

    private void click(String className) {
        var button =
                $(NativeButton.class).from(notice()).withClassName(className).single();
        test(button).click();
    }

    private UUID signInElsewhere(AccountId account) {
        return sessions.open(account, Session.Kind.BROWSER, "Opera, Windows", new Client("203.0.113.9", "t".repeat(43)))
                .session()
                .id();
    }

    private static void eventually(BooleanSupplier condition) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            var session = UI.getCurrent().getSession();
            session.getService().runPendingAccessTasks(session);
            return condition.getAsBoolean();
        });
    }
}
