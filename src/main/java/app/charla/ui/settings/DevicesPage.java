package app.charla.ui.settings;

import app.charla.account.AccessTokens;
import app.charla.account.ProfileDirectory;
import app.charla.account.Reauthentication;
import app.charla.account.SessionService;
import app.charla.chat.TokenReaches;
import app.charla.message.ConversationList;
import app.charla.space.SpaceService;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.SignOut;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Settings page of sessions. */
@Route(value = DevicesPage.NAME, layout = SettingsFrame.class)
@PermitAll
class DevicesPage extends SettingsPage {

    static final String NAME = "devices";

    DevicesPage(
            SessionService sessions,
            AccessTokens tokens,
            Reauthentication reauthentication,
            SignOut signOut,
            TokenReaches reaches,
            SpaceService spaces,
            ConversationList conversations,
            ProfileDirectory profiles) {
        super(NAME);
        SignedIn person = SignedIn.required();
        add(new SessionsSection(sessions, reauthentication, signOut, person));
        var reach = new TokenReachFields(reaches, spaces, conversations, profiles, person.account());
        add(new TokensSection(tokens, reauthentication, reach, person));
    }
}
