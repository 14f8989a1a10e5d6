package app.charla.ui.signin;

import app.charla.account.IdentityProviders;
import app.charla.account.RegistrationMode;
import app.charla.account.RegistrationPolicy;
import app.charla.ui.Addresses;
import app.charla.ui.security.Destination;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The ways into a space for a visitor with an invite: making an account, where this server lets them, and signing in. Both
 * lead back to the page of the invite, which then lets them in.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class VisitorEntrance extends Composite<Div> {

    private final transient RegistrationPolicy policy;
    private final transient IdentityProviders providers;
    private final transient PendingSetup setup;
    private final transient PendingInvite pending;

    VisitorEntrance(RegistrationPolicy policy, IdentityProviders providers, PendingSetup setup, PendingInvite pending) {
        this.policy = policy;
        this.providers = providers;
        this.setup = setup;
        this.pending = pending;
    }

    @Override
    protected Div initContent() {
        var content = new Div();
        content.addClassName("visitor-entrance");
        return content;
    }

    /** Shows the ways for the invite with a token. */
    public void show(String token) {
        String destination = "/" + Addresses.invite(token);
        var ticket = setup.ticket(VaadinServletRequest.getCurrent().getHttpServletRequest(), destination);
        RegistrationMode mode = policy.rules().mode();
        boolean mayRegister = policy.refusal(ticket).isEmpty();
        getContent().removeAll();
        if (!mayRegister) {
            explain(mode == RegistrationMode.CLOSED ? "invite.closed" : "invite.needsOther");
        } else if (mode == RegistrationMode.APPROVAL && ticket.setupCode() == null) {
            explain("invite.approval");
        }
        NativeButton signIn = button("invite.signIn", token, Addresses.LOGIN + Destination.query(destination));
        if (mayRegister && !providers.isExclusive()) {
            NativeButton register =
                    button("invite.register", token, Addresses.REGISTER + Destination.query(destination));
            register.addClassName("primary");
            getContent().add(register);
        } else {
            signIn.addClassName("primary");
        }
        getContent().add(signIn);
    }

    private void explain(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassName("form-hint");
        getContent().add(text);
    }

    private NativeButton button(String label, String token, String address) {
        var button = new NativeButton(getTranslation(label), click -> {
            pending.remember(token);
            getUI().ifPresent(ui -> ui.getPage().setLocation("/" + address));
        });
        button.addClassNames("button", "wide");
        return button;
    }
}
