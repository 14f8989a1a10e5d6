package app.charla.ui;

import app.charla.account.SessionService;
import app.charla.ui.chat.LocalData;
import app.charla.ui.security.SessionCookie;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import org.springframework.stereotype.Component;

/** Signing out: first this browser forgets what it kept, then the session ends. */
@Component
public class SignOut {

    private final SessionService sessions;
    private final SessionCookie cookie;

    SignOut(SessionService sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** Ends the session of this browser. */
    public void here() {
        SignedIn person = SignedIn.required();
        afterClearing(() -> sessions.end(person.account(), person.session()));
    }

    /** Ends every session of the account, this one among them. */
    public void everywhere() {
        SignedIn person = SignedIn.required();
        afterClearing(() -> sessions.endAll(person.account(), person.session()));
    }

    private void afterClearing(Command end) {
        UI ui = UI.getCurrent();
        LocalData.clear(ui).then(cleared -> finish(ui, end), failed -> finish(ui, end));
    }

    private void finish(UI ui, Command end) {
        cookie.forget(
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        ui.getPage().setLocation("/" + Addresses.LOGIN);
        end.execute();
    }
}
