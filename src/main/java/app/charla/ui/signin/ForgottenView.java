package app.charla.ui.signin;

import app.charla.account.PasswordResets;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * Request for a password reset link by e-mail, or whom to ask for one. The answer is the same whether the account
 * exists or not.
 */
@Route(value = Addresses.FORGOTTEN, autoLayout = false)
@AnonymousAllowed
class ForgottenView extends Composite<AccountPage> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PasswordResets resets;
    private final Field login = new Field("login", getTranslation("login.name"));

    ForgottenView(PasswordResets resets) {
        this.resets = resets;
    }

    @Override
    protected AccountPage initContent() {
        return new AccountPage("security.forgotten.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!resets.isAvailable()) {
            event.forwardTo(Addresses.LOGIN);
        } else if (resets.canSendMail()) {
            ask();
        } else {
            say("security.forgotten.owner");
        }
    }

    private void ask() {
        login.withType("text", "username").attribute("required", "").attribute("maxlength", "254");
        var submit = new NativeButton(getTranslation("security.forgotten.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassNames("button", "primary", "wide");
        var form = new Form();
        form.add(login, submit);
        form.onSubmit(values -> send(values.of("login")), "login");
        getContent().show(new Paragraph(getTranslation("security.forgotten.text")), form, back());
    }

    private void send(String written) {
        try {
            resets.requestReset(written, VaadinRequest.getCurrent().getRemoteAddr());
            say("security.forgotten.sent");
        } catch (TooManyRequestsException tooMany) {
            login.showError(FailureText.text(tooMany, getLocale()));
        }
    }

    private void say(String key) {
        var text = new Paragraph(getTranslation(key));
        text.getElement().setAttribute("role", "status");
        getContent().show(text, back());
    }

    private Anchor back() {
        var back = new Anchor("/" + Addresses.LOGIN, getTranslation("totp.step.back"));
        back.addClassName("other-way");
        return back;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.forgotten.title") + " · Charla";
    }
}
