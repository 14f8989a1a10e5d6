package app.charla.ui.settings;

import app.charla.core.InvalidException;
import app.charla.profile.ProfileService;
import app.charla.ui.FailureText;
import app.charla.ui.component.Form;
import app.charla.ui.component.TextAreaField;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.NativeButton;

/** About text of the profile. */
class AboutSection extends SettingsSection {

    private final transient ProfileService profiles;
    private final SignedIn person;
    private final TextAreaField about =
            new TextAreaField("about", getTranslation("profile.about"), ProfileService.MAX_ABOUT_LENGTH);

    AboutSection(ProfileService profiles, SignedIn person) {
        super("profile.about");
        this.profiles = profiles;
        this.person = person;
        about.setText(profiles.own(person.account()).about());
        about.hint(getTranslation("profile.about.hint", ProfileService.MAX_ABOUT_LENGTH));
        var save = new NativeButton(getTranslation("settings.save"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("fields");
        form.add(about, save);
        form.onSubmit(values -> describe(values.of("about")), "about");
        add(form);
    }

    private void describe(String words) {
        try {
            profiles.changeAbout(person.account(), words);
            about.showError("");
            Toast.show(getTranslation("settings.saved"));
        } catch (InvalidException invalid) {
            about.showError(FailureText.text(invalid, getLocale()));
        }
    }
}
