package app.charla.ui.signin;

import app.charla.account.IdentityLinking;
import app.charla.account.IdentityProviders;
import app.charla.account.IdentityService;
import app.charla.account.Passkeys;
import app.charla.account.Preferences.Language;
import app.charla.account.RegistrationPolicy;
import app.charla.account.RegistrationTicket;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.oauth.OAuthSignIn;
import app.charla.ui.oauth.PendingIdentities;
import app.charla.ui.oauth.PendingIdentity;
import app.charla.ui.oauth.SignInError;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** First sign-in by a provider: choosing a username, or linking an existing account. */
@Route(value = Addresses.WELCOME, autoLayout = false)
@AnonymousAllowed
class WelcomeView extends Composite<AccountPage> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient IdentityService identities;
    private final transient IdentityProviders providers;
    private final transient IdentityLinking identityLinking;
    private final transient Passkeys passkeys;
    private final transient PendingIdentities pendingIdentities;
    private final transient OAuthSignIn signIn;
    private final transient RegistrationPolicy policy;
    private final transient PendingSetup setup;
    private final Field username = new Field("username", getTranslation("register.username"));
    private boolean done;

    WelcomeView(
            IdentityService identities,
            IdentityProviders providers,
            IdentityLinking identityLinking,
            Passkeys passkeys,
            PendingIdentities pendingIdentities,
            OAuthSignIn signIn,
            RegistrationPolicy policy,
            PendingSetup setup) {
        this.policy = policy;
        this.setup = setup;
        this.identities = identities;
        this.providers = providers;
        this.identityLinking = identityLinking;
        this.passkeys = passkeys;
        this.pendingIdentities = pendingIdentities;
        this.signIn = signIn;
        username.withType("text", "username")
                .attribute("required", "")
                .attribute("maxlength", "32")
                .hint(getTranslation("register.username.hint"));
    }

    @Override
    protected AccountPage initContent() {
        return new AccountPage("oauth.welcome.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<PendingIdentity> newcomer = pendingIdentities.find(request());
        if (newcomer.isEmpty()) {
            event.forwardTo(Addresses.SIGN_IN_FAILED, QueryParameters.of("cause", SignInError.EXPIRED.code()));
            return;
        }
        show(newcomer.orElseThrow());
    }

    private void show(PendingIdentity identity) {
        String provider = providers
                .findByName(identity.provider())
                .map(found -> found.label())
                .orElse(identity.provider());
        var from = new Paragraph(getTranslation(
                "oauth.welcome.from", provider, identity.identity().label()));
        from.addClassName("form-hint");
        boolean known = identities.hasAccountWithSameEmail(identity.identity());
        Component link = known ? linkAccountForm(identity, provider) : new Div();
        RegistrationTicket ticket = ticket(identity);
        Optional<ForbiddenException> refusal = policy.refusal(ticket);
        if (refusal.isPresent()) {
            getContent().show(from, link, new Paragraph(FailureText.text(refusal.orElseThrow(), getLocale())));
            return;
        }
        username.input().setValue(identities.proposeUsername(identity.identity()));
        var submit = new NativeButton(getTranslation("register.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassNames("button", "wide", known ? "secondary" : "primary");
        var form = new Form();
        form.add(username, submit);
        form.onSubmit(values -> register(values.of("username")), "username");
        getContent().show(from, link, new RegistrationHint(policy, ticket), form);
        if (!known) {
            username.input().focus();
        }
    }

    private RegistrationTicket ticket(PendingIdentity identity) {
        return setup.ticket(request(), identity.to());
    }

    /** Proves the one candidate account here where there is no other way to sign in. */
    private Div linkAccountForm(PendingIdentity identity, String provider) {
        boolean only = providers.isExclusive();
        var question = new Div(new Paragraph(
                getTranslation(only ? "oauth.welcome.namesake.only" : "oauth.welcome.namesake", provider)));
        question.add(only ? proof(identity) : signInFirst(identity));
        question.add(new Paragraph(getTranslation("oauth.welcome.stranger")));
        question.addClassName("namesake");
        return question;
    }

    private LinkAccountForm proof(PendingIdentity identity) {
        return new LinkAccountForm(identityLinking, passkeys, identity.identity(), account -> enter(account, identity));
    }

    private Anchor signInFirst(PendingIdentity identity) {
        var prove = new Anchor(OAuthSignIn.redirectToProof(identity), getTranslation("oauth.welcome.prove"));
        prove.setRouterIgnore(true);
        prove.addClassNames("button", "primary", "wide");
        return prove;
    }

    private void register(String wanted) {
        Optional<PendingIdentity> newcomer = pendingIdentities.find(request());
        if (done || newcomer.isEmpty()) {
            if (!done) {
                username.showError(getTranslation("oauth.failed.expired.text"));
            }
            return;
        }
        username.showError("");
        try {
            AccountId account = identities
                    .register(
                            newcomer.orElseThrow().identity(),
                            wanted,
                            language(),
                            ticket(newcomer.orElseThrow()),
                            request().getRemoteAddr())
                    .id();
            done = true;
            enter(account, newcomer.orElseThrow());
        } catch (InvalidException | ConflictException | ForbiddenException | TooManyRequestsException refused) {
            username.showError(FailureText.text(refused, getLocale()));
            username.input().focus();
        }
    }

    private void enter(AccountId account, PendingIdentity identity) {
        VaadinService.reinitializeSession(VaadinRequest.getCurrent());
        String address = signIn.openSession(account, identity, request(), response());
        getUI().ifPresent(ui -> ui.getPage().setLocation(address));
    }

    private Language language() {
        return Language.ofTag(getLocale().toLanguageTag());
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }

    private static HttpServletResponse response() {
        return VaadinServletResponse.getCurrent().getHttpServletResponse();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("oauth.welcome.title") + " · Charla";
    }
}
