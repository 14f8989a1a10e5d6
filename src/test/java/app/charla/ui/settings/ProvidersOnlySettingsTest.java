package app.charla.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.Account;
import app.charla.account.ExternalIdentity;
import app.charla.account.IdentityService;
import app.charla.account.Preferences.Language;
import app.charla.ui.Addresses;
import app.charla.ui.ViewTest;
import app.charla.ui.component.Form;
import app.charla.ui.signin.LoginView;
import app.charla.ui.signin.PasskeyButton;
import app.charla.ui.signin.ProviderButtons;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Pages in provider-only mode, without passwords and passkeys. */
@TestPropertySource(
        properties = {
            "PROVIDERS_ONLY=on",
            "EMAIL_DOMAINS=example.org,Example.com",
            "OIDC_ONE_ISSUER=https://one.example.org",
            "OIDC_ONE_CLIENT_ID=charla"
        })
@SuppressWarnings("NullAway.Init")
class ProvidersOnlySettingsTest extends ViewTest {

    @Autowired
    private IdentityService identities;

    @ParameterizedTest
    @ValueSource(strings = {Addresses.LOGIN, Addresses.REGISTER, Addresses.FORGOTTEN})
    void offerTheProvidersAndNothingElse(String address) {
        UI.getCurrent().navigate(address);

        assertThat($(LoginView.class).exists()).isTrue();
        assertThat($(ProviderButtons.class).exists()).isTrue();
        assertThat($(Form.class).exists()).isFalse();
        assertThat($(PasskeyButton.class).exists()).isFalse();
    }

    @Test
    void haveNoSettingsOfPasswordsAndPasskeys() {
        Account ana = identities.register(
                new ExternalIdentity("https://one.example.org", "ana", "ana@example.org", true, null, null),
                "ana-pages",
                Language.EN,
                "a");
        signIn(ana.id());
        UI.getCurrent().navigate(Addresses.settings(SecurityPage.NAME));

        assertThat($(SecurityLogSection.class).exists()).isTrue();
        for (Class<? extends Component> section :
                List.of(PasskeysSection.class, PasswordSection.class, EmailSection.class, SecondFactorSection.class)) {
            assertThat($(section).exists()).as(section.getSimpleName()).isFalse();
        }
    }
}
