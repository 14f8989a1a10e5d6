package app.charla.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.People;
import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.account.RegistrationMode;
import app.charla.account.RegistrationPolicy;
import app.charla.account.RegistrationRules;
import app.charla.account.RegistrationRules.Inviters;
import app.charla.account.SetupCode;
import app.charla.account.WaitingAccounts;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.space.Invite;
import app.charla.space.InviteService;
import app.charla.space.SpaceRole;
import app.charla.ui.Addresses;
import app.charla.ui.ViewTest;
import app.charla.ui.component.Form;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What the pages say of registration in each mode, and the page of accounts that wait. */
@TestPropertySource(properties = "REGISTRATION=open")
@SuppressWarnings("NullAway.Init")
class RegistrationViewsTest extends ViewTest {

    private static @Nullable Actor first;

    @Autowired
    private RegistrationPolicy policy;

    @Autowired
    private WaitingAccounts waiting;

    @Autowired
    private AccountService accounts;

    @Autowired
    private InviteService invites;

    @Autowired
    private SetupCode setup;

    private Actor admin;

    @BeforeEach
    void setUp() {
        if (setup.isOpen()) {
            first = people.person("root");
        }
        admin = Objects.requireNonNull(first);
    }

    @AfterEach
    void open() {
        rule(RegistrationMode.OPEN);
    }

    private void rule(RegistrationMode mode) {
        policy.change(admin.account(), new RegistrationRules(mode, Inviters.ADMINISTRATORS), "a");
    }

    private List<String> paragraphs() {
        return $(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private AccountId newcomer() {
        var registration = new Registration(
                "w-" + UUID.randomUUID().toString().substring(0, 8), null, People.PASSWORD, Language.EN);
        return accounts.register(registration, "a").id();
    }

    @Test
    void aClosedServerOffersNoAccount() {
        rule(RegistrationMode.CLOSED);

        UI.getCurrent().navigate(Addresses.LOGIN);
        assertThat($(Anchor.class).all()).noneMatch(link -> link.getHref().contains(Addresses.REGISTER));
        assertThat(paragraphs()).contains("Este servidor no admite cuentas nuevas.");

        UI.getCurrent().navigate(Addresses.REGISTER);
        assertThat($(Form.class).exists()).isFalse();
        assertThat(paragraphs()).contains("Este servidor no admite cuentas nuevas.");
    }

    @Test
    void anInviteServerOffersAnAccountToWhoeverComesByAnInvite() {
        rule(RegistrationMode.INVITE);
        String token = invites.issue(admin, new Invite.Request(null, null, SpaceRole.MEMBER, null))
                .token();

        UI.getCurrent().navigate(Addresses.REGISTER);
        assertThat($(Form.class).exists()).isFalse();
        UI.getCurrent().navigate(Addresses.LOGIN);
        assertThat($(Anchor.class).all()).noneMatch(link -> link.getHref().contains(Addresses.REGISTER));

        var destination = QueryParameters.of("to", "/invite/" + token);
        UI.getCurrent().navigate(Addresses.LOGIN, destination);
        assertThat($(Anchor.class).all()).anyMatch(link -> link.getHref().contains(Addresses.REGISTER));
        UI.getCurrent().navigate(Addresses.REGISTER, destination);
        assertThat($(Form.class).exists()).isTrue();
        assertThat(paragraphs()).contains("Tienes una invitación. Al crear la cuenta también te unes al espacio.");
    }

    @Test
    void approvalIsToldBefore() {
        rule(RegistrationMode.APPROVAL);
        UI.getCurrent().navigate(Addresses.REGISTER);

        assertThat($(Form.class).exists()).isTrue();
        assertThat(paragraphs())
                .anyMatch(text -> text.contains("Las cuentas nuevas de este servidor necesitan aprobación"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s/home",
                "s/home/settings",
                "settings/security",
                "spaces",
                "spaces/new",
                "share",
                "join/home"
            })
    void whoWaitsSeesOnePage(String address) {
        rule(RegistrationMode.APPROVAL);
        AccountId account = newcomer();
        signIn(account);

        UI.getCurrent().navigate(address);
        assertThat($(WaitingView.class).exists()).isTrue();

        waiting.accept(admin.account(), account, "a");
        UI.getCurrent().navigate(Addresses.WAITING);
        assertThat($(WaitingView.class).exists()).isFalse();
    }

    @Test
    void administratorsAloneFindTheSettingsOfTheServer() {
        String title = "Cuentas nuevas en este servidor";
        signIn(admin.account());
        UI.getCurrent().navigate("s/home/settings");
        assertThat($(H2.class).all()).anyMatch(heading -> heading.getText().equals(title));

        signedIn("ben");
        UI.getCurrent().navigate("s/home/settings");
        assertThat($(H2.class).all()).noneMatch(heading -> heading.getText().equals(title));
    }
}
