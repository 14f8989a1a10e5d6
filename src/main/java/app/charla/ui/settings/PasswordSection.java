package app.charla.ui.settings;

import app.charla.account.PasswordChanges;
import app.charla.account.Reauthentication;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.ReauthenticationDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinRequest;

/** Password change, which requires the current password. */
public class PasswordSection extends SettingsSection {

    private final transient PasswordChanges changes;
    private final SignedIn person;
    private final Field current = new Field("current", getTranslation("security.password.current"));
    private final Field wanted = new Field("wanted", getTranslation("security.password.new"));

    PasswordSection(PasswordChanges changes, Reauthentication reauthentication, SignedIn person) {
        super("security.password");
        this.changes = changes;
        this.person = person;
        current.withType("password", "current-password").attribute("required", "");
        wanted.withType("password", "new-password")
                .attribute("required", "")
                .attribute("maxlength", "256")
                .hint(getTranslation("security.password.hint"));
        var save = new NativeButton(getTranslation("security.password.change"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("fields");
        if (reauthentication.hasPassword(person.account())) {
            form.add(current);
            form.onSubmit(values -> change(values.of("current"), values.of("wanted")), "current", "wanted");
        } else {
            form.onSubmit(
                    values -> ReauthenticationDialog.require(
                            reauthentication, person, () -> change("", values.of("wanted"))),
                    "wanted");
        }
        form.add(wanted, save);
        add(form);
    }

    private void change(String present, String next) {
        current.showError("");
        wanted.showError("");
        try {
            changes.change(
                    person.account(),
                    person.session(),
                    present,
                    next,
                    VaadinRequest.getCurrent().getRemoteAddr());
            current.input().setValue("");
            wanted.input().setValue("");
            getElement().executeJs("this.querySelector('form').reset()");
            Toast.show(getTranslation("security.password.changed"));
        } catch (InvalidException invalid) {
            (invalid.field().equals("current") ? current : wanted).showError(FailureText.text(invalid, getLocale()));
        } catch (TooManyRequestsException tooMany) {
            current.showError(FailureText.text(tooMany, getLocale()));
        }
    }
}
