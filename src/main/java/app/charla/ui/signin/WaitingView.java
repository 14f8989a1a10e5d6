package app.charla.ui.signin;

import app.charla.account.AccountService;
import app.charla.account.WaitingAccounts;
import app.charla.core.AccountId;
import app.charla.ui.Addresses;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;

/** Page of an account that waits for an administrator: the only one it sees. Asks now and then whether it is let in. */
@Route(value = Addresses.WAITING, autoLayout = false)
@PermitAll
class WaitingView extends Composite<AccountPage> implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final transient AccountService accounts;
    private final transient WaitingAccounts waiting;
    private final transient SignOut signOut;
    private final AccountId account = SignedIn.required().account();

    WaitingView(AccountService accounts, WaitingAccounts waiting, SignOut signOut) {
        this.accounts = accounts;
        this.waiting = waiting;
        this.signOut = signOut;
    }

    @Override
    protected AccountPage initContent() {
        return new AccountPage("waiting.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!waiting.isWaiting(account)) {
            event.forwardTo("");
            return;
        }
        var leave = new NativeButton(getTranslation("waiting.signOut"), click -> signOut.thisSession());
        leave.addClassNames("button", "secondary", "wide");
        String username = accounts.account(account).username();
        getContent().show(new Paragraph(getTranslation("waiting.text", username)), leave);
    }

    /** Polls: the decision may be made on another node. */
    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        ui.setPollInterval(Math.toIntExact(INTERVAL.toMillis()));
        addDetachListener(detached -> ui.setPollInterval(-1));
        ui.addPollListener(poll -> {
            if (isAttached() && !waiting.isWaiting(account)) {
                ui.getPage().setLocation("/");
            }
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("waiting.title") + " · Charla";
    }
}
