package app.charla.ui.signin;

import app.charla.account.IdentityProvider;
import app.charla.account.IdentityProviders;
import app.charla.ui.oauth.ProviderAddresses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Buttons of the configured identity providers; empty if there are none. */
public class ProviderButtons extends Div {

    /** @param to the destination after sign-in */
    ProviderButtons(IdentityProviders providers, ProviderAddresses addresses, @Nullable String to) {
        addClassName("providers");
        providers.all().forEach(provider -> add(button(provider, addresses.signIn(provider, to))));
        if (!providers.isExclusive() && !providers.all().isEmpty()) {
            var or = new Span(getTranslation("oauth.or"));
            or.addClassName("or");
            add(or);
        }
        setVisible(!providers.all().isEmpty());
    }

    private Anchor button(IdentityProvider provider, String address) {
        var link = new Anchor(
                address, new ProviderMark(provider), new Span(getTranslation("oauth.with", provider.label())));
        link.setRouterIgnore(true);
        link.addClassNames("button", "secondary", "wide", "provider");
        return link;
    }
}
