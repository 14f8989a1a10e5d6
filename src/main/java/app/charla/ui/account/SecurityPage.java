package app.charla.ui.account;

import app.charla.account.AccountService;
import app.charla.account.IdentityProviders;
import app.charla.account.Passkeys;
import app.charla.account.PasswordChanges;
import app.charla.account.Proof;
import app.charla.account.SecondFactor;
import app.charla.account.SecurityLog;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** How one proves who one is, and what happened to one's account. Where people come by providers only, those do it all. */
@Route(value = SecurityPage.NAME, layout = SettingsFrame.class)
@PermitAll
class SecurityPage extends SettingsPage {

    static final String NAME = "security";

    SecurityPage(
            AccountService accounts,
            PasswordChanges changes,
            Passkeys passkeys,
            SecondFactor factor,
            Proof proof,
            SecurityLog log,
            IdentityProviders providers) {
        super(NAME);
        SignedIn person = SignedIn.required();
        if (!providers.only()) {
            add(new PasskeysSection(passkeys, proof, person));
            add(new PasswordSection(changes, proof, person));
            add(new EmailSection(accounts, proof, person));
            add(new SecondFactorSection(factor, proof, person));
        }
        add(new SecurityLogSection(log, person));
    }
}
