package app.charla.ui.signin;

import app.charla.account.PasswordResets;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
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

/** Page of a password reset link. */
@Route(value = Addresses.RESET, autoLayout = false)
@AnonymousAllowed
class ResetView extends Composite<AccountPage> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PasswordResets resets;
    private final Field password = new Field("password", getTranslation("security.password.new"));

    ResetView(PasswordResets resets) {
        this.resets = resets;
        password.withType("password", "new-password")
                .attribute("required", "")
                .attribute("maxlength", "256")
                .hint(getTranslation("register.password.hint"));
    }

    @Override
    protected AccountPage initContent() {
        return new AccountPage("security.reset.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!resets.isAvailable()) {
            event.forwardTo(Addresses.LOGIN);
            return;
        }
        String token = event.getRouteParameters().get("token").orElseThrow();
        try {
            String username = resets.preview(token).username();
            var submit = new NativeButton(getTranslation("security.reset.submit"));
            submit.getElement().setAttribute("type", "submit");
            submit.addClassNames("button", "primary", "wide");
            var form = new Form();
            form.add(password, submit);
            form.onSubmit(values -> reset(token, values.of("password")), "password");
            getContent().show(new Paragraph(getTranslation("security.reset.text", username)), form);
            password.input().focus();
        } catch (NotFoundException usedUp) {
            sayUsedUp();
        }
    }

    private void reset(String token, String wanted) {
        try {
            resets.reset(token, wanted, VaadinRequest.getCurrent().getRemoteAddr());
            getUI().ifPresent(ui -> ui.getPage().setLocation("/" + Addresses.LOGIN + "?changed"));
        } catch (InvalidException | TooManyRequestsException refused) {
            password.showError(FailureText.text(refused, getLocale()));
        } catch (NotFoundException usedUp) {
            sayUsedUp();
        }
    }

    private void sayUsedUp() {
        var again = new Anchor("/" + Addresses.FORGOTTEN, getTranslation("security.reset.again"));
        again.addClassName("other-way");
        getContent().show(new Paragraph(getTranslation("security.reset.gone")), again);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.reset.title") + " · Charla";
    }
}
