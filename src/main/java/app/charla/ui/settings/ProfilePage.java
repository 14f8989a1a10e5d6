package app.charla.ui.settings;

import app.charla.account.AccountService;
import app.charla.account.ProfileDirectory;
import app.charla.presence.PresenceService;
import app.charla.profile.Avatars;
import app.charla.profile.ProfileService;
import app.charla.ui.Addresses;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/**
 * Settings page of the profile: avatar, name, about text, links. The bare address of the settings shows it where there
 * is room beside the list of pages.
 */
@Route(value = ProfilePage.NAME, layout = SettingsFrame.class)
@RouteAlias(value = "", layout = SettingsFrame.class)
@PermitAll
class ProfilePage extends SettingsPage {

    static final String NAME = "profile";

    ProfilePage(
            AccountService accounts,
            ProfileDirectory directory,
            Avatars avatars,
            ProfileService profiles,
            PresenceService presences,
            Clock clock) {
        super(NAME);
        SignedIn person = SignedIn.required();
        add(
                new AvatarSection(directory, avatars, person.account()),
                new NameSection(accounts, person),
                new AboutSection(profiles, person),
                new LinksSection(profiles, person),
                new PresenceSection(presences, person.account(), clock),
                new Anchor(Addresses.person(person.account()), getTranslation("profile.look")));
    }
}
