package app.charla.ui.account;

import app.charla.account.SessionService;
import app.charla.ui.SignOut;
import app.charla.ui.component.Question;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** The sessions of an account, and the ways to end them. */
class SessionsSection extends SettingsSection {

    SessionsSection(SessionService sessions, SignOut signOut, SignedIn person) {
        super("settings.sessions");
        var here = new NativeButton(getTranslation("settings.signOut"), click -> signOut.here());
        var everywhere = new NativeButton(
                getTranslation("settings.signOut.everywhere"),
                click -> Question.ask(
                        getTranslation("settings.signOut.everywhere.title"),
                        getTranslation("settings.signOut.everywhere.text"),
                        getTranslation("settings.signOut.everywhere"),
                        signOut::everywhere));
        List.of(here, everywhere).forEach(button -> button.addClassNames("button", "secondary"));
        everywhere.addClassName("danger-text");
        var buttons = new Div(here, everywhere);
        buttons.addClassName("buttons");
        add(new Paragraph(getTranslation("settings.devices.text")), new SessionList(sessions, person), buttons);
    }
}
