package app.charla.ui.signin;

import app.charla.account.Client;
import app.charla.account.CodeRequiredException;
import app.charla.account.ExternalIdentity;
import app.charla.account.IdentityLinking;
import app.charla.account.Passkeys;
import app.charla.account.SignInFailedException;
import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.security.DeviceCookie;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.function.Supplier;

/** Form that proves an existing account so that an identity can be linked to it, in provider-only mode. */
class LinkAccountForm extends Form {

    private final transient IdentityLinking identityLinking;
    private final transient Passkeys passkeys;
    private final transient ExternalIdentity identity;
    private final SerializableConsumer<AccountId> linked;
    private final Field password = new Field("password", getTranslation("login.password"));
    private final Field code = new Field("code", getTranslation("totp.code"));
    private boolean done;

    LinkAccountForm(
            IdentityLinking identityLinking,
            Passkeys passkeys,
            ExternalIdentity identity,
            SerializableConsumer<AccountId> linked) {
        this.identityLinking = identityLinking;
        this.passkeys = passkeys;
        this.identity = identity;
        this.linked = linked;
        password.withType("password", "current-password").attribute("required", "");
        code.withType("text", "one-time-code").attribute("maxlength", "30").hint(getTranslation("totp.code.hint"));
        code.setVisible(false);
        var submit = new NativeButton(getTranslation("oauth.welcome.link"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassNames("button", "primary", "wide");
        add(password, code, submit);
        if (passkeys.isAvailableAt(PasskeyButton.origin())) {
            add(provePasskey());
        }
        onSubmit(
                values -> prove(() -> identityLinking.linkByPassword(
                        identity, values.of("password"), code.isVisible() ? values.of("code") : null, client())),
                "password",
                "code");
        password.input().focus();
    }

    private PasskeyButton provePasskey() {
        var button = new PasskeyButton(getTranslation("oauth.welcome.passkey"));
        button.addClassNames("secondary", "wide");
        button.addClickListener(click -> {
            var question = passkeys.beginAuthentication(PasskeyButton.origin());
            button.ask(
                    PasskeyButton.Ceremony.USE,
                    question.json(),
                    answer -> prove(() -> identityLinking.linkByPasskey(identity, question, answer, address())),
                    () -> password.showError(getTranslation("passkey.failed")));
        });
        return button;
    }

    private void prove(Supplier<AccountId> proof) {
        if (done) {
            return; // pressed twice
        }
        password.showError("");
        code.showError("");
        try {
            AccountId proved = proof.get();
            done = true;
            linked.accept(proved);
        } catch (CodeRequiredException toFollow) {
            code.setVisible(true);
            code.input().focus();
        } catch (SignInFailedException wrong) {
            (code.isVisible() ? code : password)
                    .showError(getTranslation(code.isVisible() ? "totp.wrong" : "oauth.welcome.wrong"));
        } catch (TooManyRequestsException | ForbiddenException refused) {
            password.showError(FailureText.text(refused, getLocale()));
        }
    }

    private static Client client() {
        return DeviceCookie.client(VaadinServletRequest.getCurrent().getHttpServletRequest());
    }

    private static String address() {
        return VaadinRequest.getCurrent().getRemoteAddr();
    }
}
