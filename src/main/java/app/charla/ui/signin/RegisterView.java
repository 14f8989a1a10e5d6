package app.charla.ui.signin;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.account.IdentityProviders;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.account.RegistrationPolicy;
import app.charla.account.RegistrationTicket;
import app.charla.account.UsernameGenerator;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.oauth.ProviderAddresses;
import app.charla.ui.security.Destination;
import app.charla.ui.security.SessionCookie;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registration page: a display name, the username that is proposed from it, a password, optionally an e-mail. */
@Route(value = Addresses.REGISTER, autoLayout = false)
@AnonymousAllowed
class RegisterView extends Composite<AccountPage> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAUSE_MILLISECONDS = 400;

    private final transient AccountService accounts;
    private final transient SessionCookie cookie;
    private final transient IdentityProviders providers;
    private final transient ProviderAddresses addresses;
    private final transient RegistrationPolicy policy;
    private final transient PendingSetup setup;
    private final transient UsernameGenerator usernames;
    private final Field name = new Field("name", getTranslation("register.name"));
    private final Field username = new Field("username", getTranslation("register.username"));
    private final Field email = new Field("email", getTranslation("register.email"));
    private final Field password = new Field("password", getTranslation("register.password"));
    private final Paragraph message = new Paragraph();
    private @Nullable String asked;
    private boolean registered;

    RegisterView(
            AccountService accounts,
            SessionCookie cookie,
            IdentityProviders providers,
            ProviderAddresses addresses,
            RegistrationPolicy policy,
            PendingSetup setup,
            UsernameGenerator usernames) {
        this.usernames = usernames;
        this.policy = policy;
        this.setup = setup;
        this.accounts = accounts;
        this.cookie = cookie;
        this.providers = providers;
        this.addresses = addresses;
        name.withType("text", "name")
                .attribute("autocapitalize", "words")
                .attribute("required", "")
                .attribute("maxlength", "64")
                .hint(getTranslation("register.name.hint"));
        name.input().setValueChangeMode(ValueChangeMode.LAZY);
        name.input().setValueChangeTimeout(PAUSE_MILLISECONDS);
        name.input().addValueChangeListener(change -> proposeUsername());
        username.withType("text", "username")
                .attribute("required", "")
                .attribute("maxlength", "32")
                .hint(getTranslation("register.username.hint"));
        email.withType("email", "email").attribute("maxlength", "254").hint(getTranslation("register.email.hint"));
        password.withType("password", "new-password")
                .attribute("required", "")
                .attribute("maxlength", "256")
                .hint(getTranslation("register.password.hint"));
        password.input().setValueChangeMode(ValueChangeMode.LAZY);
        password.input().setValueChangeTimeout(PAUSE_MILLISECONDS);
        password.input().addValueChangeListener(change -> ratePassword());
        message.addClassName("form-message");
        message.getElement().setAttribute("role", "alert");
        say("");
    }

    @Override
    protected AccountPage initContent() {
        return new AccountPage("register.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (SignedIn.current().isPresent()) {
            event.forwardTo("");
            return;
        }
        asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(Destination.PARAMETER)
                .orElse(null);
        if (providers.isExclusive()) {
            event.forwardTo(Addresses.LOGIN);
            return;
        }
        var login = new Anchor("/" + Addresses.LOGIN + Destination.query(asked), getTranslation("register.login"));
        var other = new Paragraph(new Span(getTranslation("register.known")), login);
        other.addClassName("other-way");
        Optional<ForbiddenException> refusal = policy.refusal(ticket());
        if (refusal.isPresent()) {
            getContent().show(new Paragraph(FailureText.text(refusal.orElseThrow(), getLocale())), other);
            return;
        }
        var submit = new NativeButton(getTranslation("register.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassNames("button", "primary", "wide");
        var form = new Form();
        form.add(message, name, username, password, email, submit);
        form.onSubmit(this::register, "name", "username", "email", "password");
        var hint = new RegistrationHint(policy, ticket());
        getContent().show(hint, new ProviderButtons(providers, addresses, asked), form, other);
        username.input().getElement().executeJs("this.addEventListener('input', () => { this.dataset.chosen = '' })");
        name.input().focus();
    }

    /** Fills in a username, unless the person has chosen one: what they typed meanwhile is not overwritten. */
    private void proposeUsername() {
        usernames
                .propose(name.value())
                .ifPresent(proposal -> username.input()
                        .getElement()
                        .executeJs(
                                "if (!('chosen' in this.dataset)) {"
                                        + " this.value = $0; this.dispatchEvent(new Event('change', { bubbles: true })) }",
                                proposal));
    }

    private RegistrationTicket ticket() {
        return setup.ticket(VaadinServletRequest.getCurrent().getHttpServletRequest(), asked);
    }

    private void ratePassword() {
        try {
            if (!password.value().isEmpty()) {
                accounts.checkPasswordStrength(password.value(), name.value(), username.value(), language());
            }
            password.showError("");
        } catch (InvalidException weak) {
            showError(weak);
        }
    }

    private void register(Form.Values values) {
        if (registered) {
            return; // pressed twice: the second press comes too late to mean anything
        }
        name.showError("");
        username.showError("");
        email.showError("");
        say("");
        var wish = new Registration(
                values.of("name"), values.of("username"), values.of("email"), values.of("password"), language());
        try {
            Account account =
                    accounts.register(wish, ticket(), VaadinRequest.getCurrent().getRemoteAddr());
            registered = true;
            enter(account);
        } catch (InvalidException invalid) {
            showError(invalid);
        } catch (ConflictException taken) {
            username.showError(FailureText.text(taken, getLocale()));
            username.input().focus();
        } catch (ForbiddenException | TooManyRequestsException refused) {
            say(FailureText.text(refused, getLocale()));
        }
    }

    private void enter(Account account) {
        VaadinService.reinitializeSession(VaadinRequest.getCurrent());
        cookie.open(
                account.id(),
                true,
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        getUI().ifPresent(ui -> ui.getPage().setLocation(Destination.of(asked)));
    }

    private void showError(InvalidException invalid) {
        String text = FailureText.text(invalid, getLocale());
        switch (invalid.field()) {
            case "name" -> name.showError(text);
            case "username" -> username.showError(text);
            case "email" -> email.showError(text);
            case "password" -> password.showError(text);
            default -> say(text);
        }
    }

    private void say(String text) {
        message.setText(text);
        message.setVisible(!text.isEmpty());
    }

    private Language language() {
        return Language.ofTag(getLocale().toLanguageTag());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("register.title") + " · Charla";
    }
}
