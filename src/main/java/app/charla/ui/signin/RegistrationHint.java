package app.charla.ui.signin;

import app.charla.account.RegistrationMode;
import app.charla.account.RegistrationPolicy;
import app.charla.account.RegistrationTicket;
import com.vaadin.flow.component.html.Paragraph;

/** What a newcomer should know before they register: that an administrator decides, or what their ticket brings. */
class RegistrationHint extends Paragraph {

    RegistrationHint(RegistrationPolicy policy, RegistrationTicket ticket) {
        addClassName("form-hint");
        RegistrationMode mode = policy.rules().mode();
        if (ticket.setupCode() != null) {
            setText(getTranslation("register.setup"));
        } else if (mode == RegistrationMode.APPROVAL) {
            setText(getTranslation("register.approval"));
        } else if (mode == RegistrationMode.INVITE) {
            setText(getTranslation("register.invited"));
        }
        setVisible(!getText().isEmpty());
    }
}
