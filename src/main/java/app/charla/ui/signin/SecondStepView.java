package app.charla.ui.signin;

import app.charla.account.PasswordAuthentication;
import app.charla.account.SignInFailedException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.security.Destination;
import app.charla.ui.security.DeviceCookie;
import app.charla.ui.security.SecondFactorCookie;
import app.charla.ui.security.SessionCookie;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.jspecify.annotations.Nullable;

/** Second step of signing in: the code of the second factor. */
@Route(value = Addresses.SECOND_STEP, autoLayout = false)
@AnonymousAllowed
class SecondStepView extends Composite<AccountPage> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PasswordAuthentication passwords;
    private final transient SessionCookie cookie;
    private final transient SecondFactorCookie halfWay;
    private final Field code = new Field("code", getTranslation("totp.code"));
    private @Nullable String asked;
    private boolean done;

    SecondStepView(PasswordAuthentication passwords, SessionCookie cookie, SecondFactorCookie halfWay) {
        this.passwords = passwords;
        this.cookie = cookie;
        this.halfWay = halfWay;
        code.withType("text", "one-time-code")
                .attribute("required", "")
                .attribute("maxlength", "30")
                .hint(getTranslation("totp.code.hint"));
    }

    @Override
    protected AccountPage initContent() {
        return new AccountPage("totp.step.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (halfWay.read(VaadinServletRequest.getCurrent().getHttpServletRequest())
                .isEmpty()) {
            event.forwardTo(Addresses.LOGIN);
            return;
        }
        asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(Destination.PARAMETER)
                .orElse(null);
        var submit = new NativeButton(getTranslation("login.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassNames("button", "primary", "wide");
        var form = new Form();
        form.add(code, submit);
        form.onSubmit(values -> confirm(values.of("code")), "code");
        var back = new Anchor("/" + Addresses.LOGIN, getTranslation("totp.step.back"));
        back.addClassName("other-way");
        getContent().show(new Paragraph(getTranslation("totp.step.text")), form, back);
        code.input().focus();
    }

    private void confirm(String written) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var half = halfWay.read(request).orElse(null);
        if (done) {
            return; // pressed twice
        }
        if (half == null) {
            getUI().ifPresent(ui -> ui.getPage().setLocation("/" + Addresses.LOGIN + "?again"));
            return;
        }
        try {
            passwords.confirmSecondFactor(half.account(), written, DeviceCookie.client(request));
            done = true;
            enter(half);
        } catch (SignInFailedException wrong) {
            code.showError(getTranslation("totp.wrong"));
        } catch (TooManyRequestsException tooMany) {
            code.showError(FailureText.text(tooMany, getLocale()));
        }
    }

    private void enter(SecondFactorCookie.Pending half) {
        VaadinService.reinitializeSession(VaadinRequest.getCurrent());
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var response = VaadinServletResponse.getCurrent().getHttpServletResponse();
        halfWay.clear(request, response);
        cookie.open(half.account(), half.stay(), request, response);
        getUI().ifPresent(ui -> ui.getPage().setLocation(Destination.of(asked)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("totp.step.title") + " · Charla";
    }
}
