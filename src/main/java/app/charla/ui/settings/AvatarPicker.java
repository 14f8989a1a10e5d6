package app.charla.ui.settings;

import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.profile.Avatars;
import app.charla.ui.FailureText;
import app.charla.ui.Labels;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Base64;
import java.util.List;

/**
 * Avatar picker: a person chooses, drops or pastes a picture, and {@code <charla-avatar-picker>} crops it and uploads
 * the visible part.
 */
@Tag("charla-avatar-picker")
@JsModule("./people/avatar-picker.ts")
class AvatarPicker extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS = List.of(
            "avatar.choose",
            "avatar.hint",
            "avatar.crop",
            "avatar.picture",
            "avatar.keys",
            "avatar.zoom",
            "avatar.use",
            "avatar.unreadable",
            "avatar.failed",
            "dialog.cancel");

    private final transient Avatars avatars;
    private final AccountId person;
    private final Runnable done;

    /** @param done called when the avatar has changed */
    AvatarPicker(Avatars avatars, AccountId person, Runnable done) {
        this.avatars = avatars;
        this.person = person;
        this.done = done;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    /** @return the error text, or empty */
    @ClientCallable
    private String wear(String base64) {
        try {
            avatars.change(person, decode(base64));
        } catch (InvalidException | TooManyRequestsException refused) {
            return FailureText.text(refused, getLocale());
        }
        Toast.show(getTranslation("settings.saved"));
        done.run();
        return "";
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidException("avatar", "avatar.unreadable");
        }
    }
}
