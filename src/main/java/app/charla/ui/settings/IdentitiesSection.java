package app.charla.ui.settings;

import app.charla.account.Identity;
import app.charla.account.IdentityProvider;
import app.charla.account.IdentityProviders;
import app.charla.account.IdentityService;
import app.charla.account.Reauthentication;
import app.charla.ui.component.ConfirmDialog;
import app.charla.ui.component.TimeText;
import app.charla.ui.component.Toast;
import app.charla.ui.oauth.ProviderAddresses;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.ReauthenticationDialog;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinRequest;

/** External identities of the account: list, link, unlink. */
class IdentitiesSection extends SettingsSection {

    private final transient IdentityService identities;
    private final transient IdentityProviders providers;
    private final transient ProviderAddresses addresses;
    private final transient Reauthentication reauthentication;
    private final SignedIn person = SignedIn.required();
    private final String page;
    private final UnorderedList list = new UnorderedList();

    /** @param page the path of the page it is on, to return to */
    IdentitiesSection(
            IdentityService identities,
            IdentityProviders providers,
            ProviderAddresses addresses,
            Reauthentication reauthentication,
            String page) {
        super("oauth.linked");
        this.identities = identities;
        this.providers = providers;
        this.addresses = addresses;
        this.reauthentication = reauthentication;
        this.page = page;
        list.addClassNames("devices", "identities");
        var more = new Div();
        more.addClassName("buttons");
        providers.all().forEach(provider -> more.add(add(provider)));
        String text = providers.all().isEmpty() ? "oauth.linked.none" : "oauth.linked.text";
        add(new Paragraph(getTranslation(text)), list, more);
        load();
    }

    private NativeButton add(IdentityProvider provider) {
        var button = new NativeButton(
                getTranslation("oauth.linked.add", provider.label()),
                click -> ReauthenticationDialog.require(
                        reauthentication,
                        person,
                        () -> UI.getCurrent().getPage().setLocation(addresses.link(provider, person, page))));
        button.addClassNames("button", "secondary");
        return button;
    }

    private void load() {
        list.removeAll();
        identities.identities(person.account()).forEach(identity -> list.add(row(identity)));
    }

    private ListItem row(Identity identity) {
        String provider = providers
                .findByIssuer(identity.issuer())
                .map(IdentityProvider::label)
                .orElse(identity.issuer());
        var name = new Span(provider + " · " + identity.label());
        name.addClassName("name");
        var when = new Span(new Span(getTranslation("oauth.linked.used") + " "), new TimeText(identity.lastUsedAt()));
        when.addClassName("hint");
        var text = new Div(name, when);
        text.addClassName("text");
        var remove = new NativeButton(
                getTranslation("oauth.linked.remove"),
                click -> ConfirmDialog.ask(
                        getTranslation("oauth.linked.remove.title", provider),
                        getTranslation("oauth.linked.remove.text", provider),
                        getTranslation("oauth.linked.remove"),
                        () -> ReauthenticationDialog.require(reauthentication, person, () -> remove(identity))));
        remove.addClassNames("button", "secondary");
        remove.setAriaLabel(getTranslation("oauth.linked.remove.label", provider, identity.label()));
        return new ListItem(text, remove);
    }

    private void remove(Identity identity) {
        identities.unlink(
                person.account(),
                person.session(),
                identity.id(),
                VaadinRequest.getCurrent().getRemoteAddr());
        Toast.show(getTranslation("oauth.linked.removed"));
        load();
    }
}
