package app.charla.ui.signin;

import app.charla.account.IdentityProvider;
import com.vaadin.flow.component.html.Span;

/** First letter of a provider, hidden from screen readers. */
class ProviderMark extends Span {

    ProviderMark(IdentityProvider provider) {
        super(provider.label().substring(0, provider.label().offsetByCodePoints(0, 1)));
        addClassName("provider-mark");
        getElement().setAttribute("aria-hidden", "true");
    }
}
