package app.charla.ui.signin;

import app.charla.account.IdentityProviders;
import app.charla.account.Passkeys;
import app.charla.account.RegistrationMode;
import app.charla.account.RegistrationPolicy;
import app.charla.account.RegistrationTicket;
import app.charla.account.SignInFailedException;
import app.charla.core.AccountId;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.oauth.PendingIdentities;
import app.charla.ui.oauth.ProviderAddresses;
import app.charla.ui.security.Destination;
import app.charla.ui.security.SessionCookie;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** Sign-in page: a native form that is posted to the security filters, so that password managers recognise it. */
@Route(value = Addresses.LOGIN, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Composite<AccountPage> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient IdentityProviders providers;
    private final transient ProviderAddresses addresses;
    private final transient PendingIdentities pendingIdentities;
    private final transient Passkeys passkeys;
    private final transient SessionCookie cookie;
    private final transient RegistrationPolicy policy;
    private final transient PendingSetup setup;
    private final Form form = new Form();
    private final Paragraph message = new Paragraph();

    LoginView(
            IdentityProviders providers,
            ProviderAddresses addresses,
            PendingIdentities pendingIdentities,
            Passkeys passkeys,
            SessionCookie cookie,
            RegistrationPolicy policy,
            PendingSetup setup) {
        this.policy = policy;
        this.setup = setup;
        this.providers = providers;
        this.addresses = addresses;
        this.pendingIdentities = pendingIdentities;
        this.passkeys = passkeys;
        this.cookie = cookie;
    }

    @Override
    protected AccountPage initContent() {
        return new AccountPage("login.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (SignedIn.current().isPresent()) {
            event.forwardTo("");
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        String destination = query.getSingleParameter(Destination.PARAMETER).orElse(null);
        say(query);
        var buttons = new ProviderButtons(providers, addresses, destination);
        if (providers.isExclusive()) {
            getContent().show(message, linking(), newcomers(ticket(destination)), buttons);
            return;
        }
        form.removeAll();
        form.postTo("/login");
        form.add(message, name(), password(), stay(), hidden(Destination.PARAMETER, Destination.of(destination)));
        addCsrfToken();
        form.add(submit());
        var forgotten = new Anchor("/" + Addresses.FORGOTTEN, getTranslation("login.forgotten"));
        forgotten.addClassName("other-way");
        getContent().show(linking(), buttons, form);
        if (passkeys.isAvailableAt(PasskeyButton.origin())) {
            getContent().more(passkey(destination));
        }
        getContent().more(forgotten, registration(destination));
    }

    /** Where people sign in by providers only, there is no page of registration that would say who may. */
    private Paragraph newcomers(RegistrationTicket ticket) {
        Optional<Paragraph> refusal = refusal(ticket);
        return refusal.orElseGet(() -> new RegistrationHint(policy, ticket));
    }

    private Paragraph registration(@Nullable String destination) {
        return refusal(ticket(destination)).orElseGet(() -> {
            var register = new Anchor(
                    "/" + Addresses.REGISTER + Destination.query(destination), getTranslation("login.register"));
            var other = new Paragraph(new Span(getTranslation("login.new")), register);
            other.addClassName("other-way");
            return other;
        });
    }

    private Optional<Paragraph> refusal(RegistrationTicket ticket) {
        return policy.refusal(ticket).map(refused -> {
            boolean closed = policy.rules().mode() == RegistrationMode.CLOSED;
            var text = new Paragraph(getTranslation(closed ? "login.closed" : "login.invite"));
            text.addClassName("other-way");
            return text;
        });
    }

    private RegistrationTicket ticket(@Nullable String destination) {
        return setup.ticket(VaadinServletRequest.getCurrent().getHttpServletRequest(), destination);
    }

    /** Hint for a person whose identity waits for the proof of an existing account. */
    private Paragraph linking() {
        var text = new Paragraph();
        text.addClassName("form-hint");
        pendingIdentities
                .find(VaadinServletRequest.getCurrent().getHttpServletRequest())
                .filter(identity -> identity.identity().verifiedEmail().isPresent())
                .flatMap(identity -> providers
                        .findByName(identity.provider())
                        .map(provider -> getTranslation(
                                "oauth.prove",
                                provider.label(),
                                identity.identity().label())))
                .ifPresent(text::setText);
        text.setVisible(!text.getText().isEmpty());
        return text;
    }

    private PasskeyButton passkey(@Nullable String destination) {
        var button = new PasskeyButton(getTranslation("passkey.signIn"));
        button.addClassNames("secondary", "wide");
        button.addClickListener(click -> {
            var question = passkeys.beginAuthentication(PasskeyButton.origin());
            button.ask(
                    PasskeyButton.Ceremony.USE,
                    question.json(),
                    answer -> enter(question, answer, destination),
                    () -> showError(getTranslation("passkey.failed")));
        });
        return button;
    }

    private void enter(Passkeys.AuthenticationRequest question, String answer, @Nullable String destination) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        try {
            AccountId account = passkeys.signIn(question, answer, request.getRemoteAddr());
            VaadinService.reinitializeSession(VaadinRequest.getCurrent());
            boolean stay = true; // a passkey is at hand only where its owner is
            cookie.open(
                    account, stay, request, VaadinServletResponse.getCurrent().getHttpServletResponse());
            getUI().ifPresent(ui -> ui.getPage().setLocation(Destination.of(destination)));
        } catch (SignInFailedException unknown) {
            showError(getTranslation("passkey.unknown"));
        } catch (TooManyRequestsException tooMany) {
            showError(FailureText.text(tooMany, getLocale()));
        }
    }

    private void showError(String text) {
        message.setText(text);
        message.setVisible(true);
    }

    private void say(QueryParameters query) {
        message.addClassName("form-message");
        message.getElement().setAttribute("role", "alert");
        Optional<String> wait = seconds(query, "wait");
        Optional<String> busy = seconds(query, "busy");
        if (wait.isPresent()) {
            message.setText(getTranslation("login.wait", wait.orElseThrow()));
        } else if (busy.isPresent()) {
            message.setText(getTranslation("error.overloaded", busy.orElseThrow()));
        } else if (query.getParameters().containsKey("failed")) {
            message.setText(getTranslation(providers.isExclusive() ? "error.oauth.only" : "login.failed"));
        } else if (query.getParameters().containsKey("changed")) {
            message.setText(getTranslation("login.changed"));
        } else if (query.getParameters().containsKey("again")) {
            message.setText(getTranslation("login.again"));
        }
        message.setVisible(!message.getText().isEmpty());
    }

    private static Optional<String> seconds(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(text -> text.matches("\\d{1,5}"));
    }

    private Field name() {
        Field name = new Field("username", getTranslation("login.name"))
                .withType("text", "username")
                .attribute("required", "")
                .attribute("autofocus", "");
        name.input().focus();
        return name;
    }

    private Field password() {
        return new Field("password", getTranslation("login.password"))
                .withType("password", "current-password")
                .attribute("required", "");
    }

    private NativeLabel stay() {
        var box = new Input();
        box.setType("checkbox");
        box.getElement().setAttribute("name", "stay").setAttribute("checked", "");
        var label = new NativeLabel();
        label.add(box, new Span(getTranslation("login.stay")));
        label.addClassName("check");
        return label;
    }

    private NativeButton submit() {
        var button = new NativeButton(getTranslation("login.submit"));
        button.getElement().setAttribute("type", "submit");
        button.addClassNames("button", "primary", "wide");
        return button;
    }

    private void addCsrfToken() {
        var request = VaadinServletRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            form.add(hidden(token.getParameterName(), token.getToken()));
        }
    }

    private static Input hidden(String name, String value) {
        var input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name).setAttribute("value", value);
        return input;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · Charla";
    }
}
