package app.charla.ui.settings;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.profile.Avatars;
import app.charla.ui.component.Avatar;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/** Avatar of the account. */
class AvatarSection extends SettingsSection {

    private final transient ProfileDirectory profiles;
    private final transient Avatars avatars;
    private final AccountId person;
    private final NativeButton remove = new NativeButton(getTranslation("avatar.remove"), click -> remove());

    AvatarSection(ProfileDirectory profiles, Avatars avatars, AccountId person) {
        super("avatar.title");
        this.profiles = profiles;
        this.avatars = avatars;
        this.person = person;
        Profile profile = profiles.getById(person);
        var avatar = Avatar.of(profile);
        avatar.addClassName("large");
        remove.addClassNames("button", "secondary");
        var row = new Div(avatar, new AvatarPicker(avatars, person, this::show));
        row.addClassName("profile");
        add(row, remove);
        show();
    }

    private void show() {
        remove.setVisible(profiles.getById(person).avatar() != null);
    }

    private void remove() {
        avatars.remove(person);
        Toast.show(getTranslation("settings.saved"));
        show();
    }
}
