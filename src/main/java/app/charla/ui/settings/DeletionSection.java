package app.charla.ui.settings;

import app.charla.account.Reauthentication;
import app.charla.account.SignInFailedException;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.TooManyRequestsException;
import app.charla.personaldata.AccountDeletion;
import app.charla.personaldata.PendingDeletion.Messages;
import app.charla.ui.FailureText;
import app.charla.ui.component.Choice;
import app.charla.ui.component.ConfirmDialog;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.SignOut;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Account deletion: re-authentication, what happens to the messages, and a week to change one's mind. */
class DeletionSection extends SettingsSection {

    private static final String PASSWORD = "deletion-password";

    private final transient AccountDeletion deletion;
    private final transient Reauthentication reauthentication;
    private final transient SignOut signOut;
    private final SignedIn person;
    private final Field password = new Field(PASSWORD, getTranslation("deletion.password"));
    private final Paragraph message = new Paragraph();
    private Messages messages = Messages.ANONYMISE;

    DeletionSection(AccountDeletion deletion, Reauthentication reauthentication, SignOut signOut, SignedIn person) {
        super("deletion.title");
        this.deletion = deletion;
        this.reauthentication = reauthentication;
        this.signOut = signOut;
        this.person = person;
        message.addClassName("form-message");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        Map<Messages, String> choices = new LinkedHashMap<>();
        for (Messages each : Messages.values()) {
            choices.put(each, getTranslation("deletion.messages." + each));
        }
        password.withType("password", "current-password");
        password.setVisible(reauthentication.hasPassword(person.account()));
        var submit = new NativeButton(getTranslation("deletion.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassNames("button", "danger");
        var form = new Form();
        form.addClassName("fields");
        form.add(
                new Choice<>(
                        "messages",
                        getTranslation("deletion.messages"),
                        choices,
                        messages,
                        chosen -> messages = chosen),
                password,
                message,
                submit);
        form.onSubmit(values -> ask(password.isVisible() ? values.of(PASSWORD) : ""), PASSWORD);
        add(new Paragraph(getTranslation("deletion.text")), form);
    }

    private void ask(String given) {
        password.showError("");
        message.setVisible(false);
        try {
            if (password.isVisible()) {
                reauthentication.byPassword(person.account(), person.session(), given, address());
            }
            ConfirmDialog.ask(
                    getTranslation("deletion.question"),
                    getTranslation("deletion.question.text"),
                    getTranslation("deletion.submit"),
                    this::delete);
        } catch (SignInFailedException wrong) {
            password.showError(getTranslation("deletion.password.wrong"));
            password.focusControl();
        } catch (TooManyRequestsException tooMany) {
            say(FailureText.text(tooMany, getLocale()));
        }
    }

    private void delete() {
        try {
            deletion.request(person.account(), person.session(), messages, address());
            signOut.afterwards();
        } catch (ConflictException | ForbiddenException refused) {
            say(FailureText.text(refused, getLocale()));
        }
    }

    private void say(String text) {
        message.setText(text);
        message.setVisible(true);
    }

    private static String address() {
        return VaadinRequest.getCurrent().getRemoteAddr();
    }
}
