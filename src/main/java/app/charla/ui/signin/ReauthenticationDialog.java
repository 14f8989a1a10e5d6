package app.charla.ui.signin;

import app.charla.account.Passkeys;
import app.charla.account.Reauthentication;
import app.charla.account.SignInFailedException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinRequest;

/** Re-authentication dialog in front of sensitive operations; skipped if the person has proved themselves lately. */
public final class ReauthenticationDialog extends Dialog {

    private final transient Reauthentication reauthentication;
    private final transient Command then;
    private final SignedIn person;
    private final boolean byPassword;
    private final Field field;

    /** Runs {@code then} after re-authentication, or at once if it happened lately. */
    public static void require(Reauthentication reauthentication, SignedIn person, Command then) {
        if (reauthentication.isFresh(person.account(), person.session())) {
            then.execute();
        } else {
            new ReauthenticationDialog(reauthentication, person, then).open();
        }
    }

    private ReauthenticationDialog(Reauthentication reauthentication, SignedIn person, Command then) {
        this.reauthentication = reauthentication;
        this.person = person;
        this.then = then;
        this.byPassword = reauthentication.hasPassword(person.account());
        addClassName("new-chat");
        setHeaderTitle(getTranslation("security.proof.title"));
        field = byPassword
                ? new Field("proof", getTranslation("login.password")).withType("password", "current-password")
                : new Field("proof", getTranslation("totp.code")).withType("text", "one-time-code");
        field.attribute("required", "");
        var confirm = new NativeButton(getTranslation("security.proof.confirm"));
        confirm.getElement().setAttribute("type", "submit");
        confirm.addClassNames("button", "primary");
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.getElement().setAttribute("type", "button");
        cancel.addClassName("button");
        var form = new Form();
        form.addClassName("proof");
        form.onSubmit(values -> prove(values.of("proof")), "proof");
        boolean possible = byPassword || reauthentication.hasCodes(person.account());
        boolean keys = reauthentication.hasPasskey(person.account(), PasskeyButton.origin());
        add(new Paragraph(getTranslation(possible || keys ? "security.proof.text" : "security.proof.again")));
        if (possible) {
            form.add(field, cancel, confirm);
            add(form);
            field.input().focus();
        } else {
            getFooter().add(cancel);
        }
        if (keys) {
            getFooter().add(passkeyButton());
        }
    }

    private PasskeyButton passkeyButton() {
        var button = new PasskeyButton(getTranslation("passkey.use"));
        button.addClassName("secondary");
        button.addClickListener(click -> {
            var question = reauthentication.beginPasskey(PasskeyButton.origin());
            button.ask(
                    PasskeyButton.Ceremony.USE,
                    question.json(),
                    answer -> prove(question, answer),
                    () -> Toast.show(getTranslation("passkey.failed")));
        });
        return button;
    }

    private void prove(Passkeys.AuthenticationRequest question, String answer) {
        String address = VaadinRequest.getCurrent().getRemoteAddr();
        try {
            reauthentication.byPasskey(person.account(), person.session(), question, answer, address);
            close();
            then.execute();
        } catch (SignInFailedException wrong) {
            Toast.show(getTranslation("passkey.unknown"));
        } catch (TooManyRequestsException tooMany) {
            Toast.show(FailureText.text(tooMany, getLocale()));
        }
    }

    private void prove(String written) {
        String address = VaadinRequest.getCurrent().getRemoteAddr();
        try {
            if (byPassword) {
                reauthentication.byPassword(person.account(), person.session(), written, address);
            } else {
                reauthentication.byCode(person.account(), person.session(), written, address);
            }
            close();
            then.execute();
        } catch (SignInFailedException wrong) {
            field.showError(getTranslation(byPassword ? "error.password.wrong" : "error.totp.wrong"));
        } catch (TooManyRequestsException tooMany) {
            field.showError(FailureText.text(tooMany, getLocale()));
        }
    }
}
