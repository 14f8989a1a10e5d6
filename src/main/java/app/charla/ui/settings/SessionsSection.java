package app.charla.ui.settings;

import app.charla.account.Reauthentication;
import app.charla.account.SessionService;
import app.charla.ui.component.ConfirmDialog;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.ReauthenticationDialog;
import app.charla.ui.signin.SignOut;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Sessions of the account, and buttons that end them. */
class SessionsSection extends SettingsSection {

    SessionsSection(SessionService sessions, Reauthentication reauthentication, SignOut signOut, SignedIn person) {
        super("settings.sessions");
        var here = new NativeButton(getTranslation("settings.signOut"), click -> signOut.thisSession());
        var everywhere = new NativeButton(
                getTranslation("settings.signOut.everywhere"),
                click -> ConfirmDialog.ask(
                        getTranslation("settings.signOut.everywhere.title"),
                        getTranslation("settings.signOut.everywhere.text"),
                        getTranslation("settings.signOut.everywhere"),
                        () -> ReauthenticationDialog.require(reauthentication, person, signOut::allSessions)));
        var list = new SessionList(sessions, person);
        var others = new NativeButton(
                getTranslation("security.others"),
                click -> ReauthenticationDialog.require(reauthentication, person, () -> {
                    sessions.endOthers(person.account(), person.session());
                    list.load();
                }));
        List.of(here, others, everywhere).forEach(button -> button.addClassNames("button", "secondary"));
        everywhere.addClassName("danger-text");
        var buttons = new Div(here, others, everywhere);
        buttons.addClassName("buttons");
        add(new Paragraph(getTranslation("settings.devices.text")), list, buttons);
    }
}
