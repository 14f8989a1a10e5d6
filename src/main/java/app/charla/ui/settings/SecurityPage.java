package app.charla.ui.settings;

import app.charla.account.AccountService;
import app.charla.account.IdentityProviders;
import app.charla.account.Passkeys;
import app.charla.account.PasswordChanges;
import app.charla.account.Reauthentication;
import app.charla.account.SecondFactor;
import app.charla.account.SecurityLog;
import app.charla.account.SetupCode;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/**
 * Settings page of sign-in methods and the security log. In provider-only mode it has neither password nor passkeys nor
 * second factor.
 */
@Route(value = SecurityPage.NAME, layout = SettingsFrame.class)
@PermitAll
public class SecurityPage extends SettingsPage {

    public static final String NAME = "security";

    SecurityPage(
            AccountService accounts,
            PasswordChanges changes,
            Passkeys passkeys,
            SecondFactor factor,
            Reauthentication reauthentication,
            SecurityLog log,
            SetupCode setup,
            IdentityProviders providers) {
        super(NAME);
        SignedIn person = SignedIn.required();
        if (!providers.isExclusive()) {
            add(new PasskeysSection(passkeys, reauthentication, person));
            add(new PasswordSection(changes, reauthentication, person));
            add(new EmailSection(accounts, reauthentication, person));
            add(new SecondFactorSection(factor, reauthentication, person));
        }
        add(new SetupCodeSection(setup, person), new SecurityLogSection(log, person));
    }
}
