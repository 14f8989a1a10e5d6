package app.charla.ui.settings;

import app.charla.account.AccountService;
import app.charla.account.Reauthentication;
import app.charla.core.InvalidException;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.ReauthenticationDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Objects;

/** E-mail address, which receives password reset links. */
public class EmailSection extends SettingsSection {

    private final transient AccountService accounts;
    private final SignedIn person;
    private final Field email = new Field("email", getTranslation("register.email"));

    EmailSection(AccountService accounts, Reauthentication reauthentication, SignedIn person) {
        super("security.email");
        this.accounts = accounts;
        this.person = person;
        email.withType("email", "email").attribute("maxlength", "254").hint(getTranslation("security.email.hint"));
        email.input()
                .setValue(Objects.requireNonNullElse(
                        accounts.account(person.account()).email(), ""));
        var save = new NativeButton(getTranslation("settings.save"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("in-line");
        form.add(email, save);
        form.onSubmit(
                values -> ReauthenticationDialog.require(reauthentication, person, () -> change(values.of("email"))),
                "email");
        add(form);
    }

    private void change(String written) {
        try {
            accounts.changeEmail(
                    person.account(),
                    person.session(),
                    written,
                    VaadinRequest.getCurrent().getRemoteAddr());
            email.showError("");
            Toast.show(getTranslation("settings.saved"));
        } catch (InvalidException invalid) {
            email.showError(FailureText.text(invalid, getLocale()));
        }
    }
}
