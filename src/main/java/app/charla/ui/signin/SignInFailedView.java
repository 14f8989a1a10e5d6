package app.charla.ui.signin;

import app.charla.account.IdentityProvider;
import app.charla.account.IdentityProviders;
import app.charla.ui.Addresses;
import app.charla.ui.oauth.ProviderAddresses;
import app.charla.ui.oauth.SignInError;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** Error page of a sign-in by a provider: what happened, and what to do. */
@Route(value = Addresses.SIGN_IN_FAILED, autoLayout = false)
@AnonymousAllowed
class SignInFailedView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient IdentityProviders providers;
    private final transient ProviderAddresses addresses;
    private SignInError error = SignInError.BROKEN;

    SignInFailedView(IdentityProviders providers, ProviderAddresses addresses) {
        this.providers = providers;
        this.addresses = addresses;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        error = query.getSingleParameter("cause").flatMap(SignInError::of).orElse(SignInError.BROKEN);
        Optional<IdentityProvider> provider =
                query.getSingleParameter("provider").flatMap(providers::findByName);
        String name = provider.map(IdentityProvider::label).orElse(getTranslation("oauth.failed.provider"));
        var card =
                new Div(new H1(getTranslation(key("title"), name)), new Paragraph(getTranslation(key("text"), name)));
        card.addClassName("card");
        boolean signedIn = SignedIn.current().isPresent();
        provider.filter(found -> !signedIn)
                .ifPresent(found -> card.add(way(addresses.signIn(found, null), "oauth.failed.again", "primary")));
        card.add(
                signedIn
                        ? way("/" + Addresses.SETTINGS, "oauth.failed.settings", "primary")
                        : way(
                                "/" + Addresses.LOGIN,
                                "oauth.failed.back",
                                provider.isPresent() ? "secondary" : "primary"));
        getContent().removeAll();
        getContent().addClassNames("full-page", "sign-in-failed");
        getContent().add(card);
    }

    private Anchor way(String address, String text, String kind) {
        var link = new Anchor(address, getTranslation(text));
        link.setRouterIgnore(true);
        link.addClassNames("button", "wide", kind);
        return link;
    }

    private String key(String part) {
        return "oauth.failed." + error.code() + "." + part;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("oauth.failed.page") + " · Charla";
    }
}
