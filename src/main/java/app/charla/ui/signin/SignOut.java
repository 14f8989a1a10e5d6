package app.charla.ui.signin;

import app.charla.account.SessionService;
import app.charla.ui.Addresses;
import app.charla.ui.LocalData;
import app.charla.ui.oauth.ProviderLogout;
import app.charla.ui.security.SessionCookie;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import org.springframework.stereotype.Component;

/** Sign-out: clears the local data of the browser, then ends the session. */
@Component
public class SignOut {

    private final SessionService sessions;
    private final SessionCookie cookie;
    private final ProviderLogout provider;

    SignOut(SessionService sessions, SessionCookie cookie, ProviderLogout provider) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.provider = provider;
    }

    /** Ends the session of this browser, and the one at the provider that opened it. */
    public void thisSession() {
        SignedIn person = SignedIn.required();
        afterClearing(() -> sessions.end(person.account(), person.session()));
    }

    /** Ends all sessions of the account, including this one. */
    public void allSessions() {
        SignedIn person = SignedIn.required();
        afterClearing(() -> sessions.endAll(person.account(), person.session()));
    }

    /** Leaves a page whose session has already ended. */
    public void afterwards() {
        afterClearing(() -> {});
    }

    private void afterClearing(Command end) {
        UI ui = UI.getCurrent();
        LocalData.clear(ui).then(cleared -> finish(ui, end), failed -> finish(ui, end));
    }

    private void finish(UI ui, Command end) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        cookie.clear(request, VaadinServletResponse.getCurrent().getHttpServletResponse());
        String login = "/" + Addresses.LOGIN;
        ui.getPage()
                .setLocation(SignedIn.current()
                        .flatMap(person -> provider.address(person.session(), login, request))
                        .orElse(login));
        end.execute();
    }
}
