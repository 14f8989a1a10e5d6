package app.charla.ui.settings;

import app.charla.account.Preferences;
import app.charla.ui.component.Checkbox;
import app.charla.ui.component.MessageSound;
import com.vaadin.flow.component.html.NativeButton;

/** Sound of new messages. */
class SoundSection extends SettingsSection {

    SoundSection(PreferencesEditor editor) {
        super("settings.sounds");
        var listen = new NativeButton(
                getTranslation("settings.sounds.listen"), click -> getUI().ifPresent(MessageSound::play));
        listen.addClassNames("button", "secondary");
        add(
                new Checkbox(getTranslation("settings.sounds.on"))
                        .check(editor.current().sounds())
                        .onChange(on ->
                                editor.change(now -> new Preferences(now.language(), now.timeZone(), on, now.look()))),
                listen);
    }
}
