package app.charla.ui.signin;

import app.charla.account.WaitingAccounts;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Guard of navigation: leads an account that waits for an administrator to {@link WaitingView}, whatever view it wants. */
@Component
class WaitingGuard implements VaadinServiceInitListener {

    private final WaitingAccounts waiting;

    WaitingGuard(WaitingAccounts waiting) {
        this.waiting = waiting;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> opened.getUI().addBeforeEnterListener(this::check));
    }

    private void check(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        boolean allowed = target == WaitingView.class || target == SetupView.class;
        if (!allowed
                && SignedIn.current()
                        .map(SignedIn::account)
                        .filter(waiting::isWaiting)
                        .isPresent()) {
            event.forwardTo(WaitingView.class);
        }
    }
}
