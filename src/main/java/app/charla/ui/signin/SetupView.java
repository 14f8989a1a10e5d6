package app.charla.ui.signin;

import app.charla.account.IdentityProviders;
import app.charla.account.SetupCode;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * Page of the link that the start prints. The setup code follows the {@code #}, which browsers do not send: the page reads
 * it. Whoever is signed in becomes administrator at once, others when they have registered or signed in.
 */
@Route(value = Addresses.SETUP, autoLayout = false)
@AnonymousAllowed
class SetupView extends Composite<AccountPage> implements HasDynamicTitle {

    private static final String READ_CODE = "return location.hash.slice(1)";

    /** Takes the code out of the address and the history, once the router of the page has settled there. */
    private static final String FORGET_CODE = "history.replaceState(history.state, '', location.pathname)";

    private final transient SetupCode setup;
    private final transient PendingSetup pending;
    private final transient IdentityProviders providers;
    private final transient SpaceService spaces;

    SetupView(SetupCode setup, PendingSetup pending, IdentityProviders providers, SpaceService spaces) {
        this.setup = setup;
        this.pending = pending;
        this.providers = providers;
        this.spaces = spaces;
    }

    @Override
    protected AccountPage initContent() {
        var page = new AccountPage("setup.title");
        page.show(new Paragraph(getTranslation("setup.text")));
        return page;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(READ_CODE).then(String.class, this::use);
    }

    private void use(String code) {
        getElement().executeJs(FORGET_CODE);
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        if (code.isEmpty()) {
            say(getTranslation("setup.missing"));
            return;
        }
        try {
            if (SignedIn.current().isPresent()) {
                claim(SignedIn.required().account(), code, request.getRemoteAddr());
                return;
            }
            setup.check(code, request.getRemoteAddr());
            pending.remember(code, request, VaadinServletResponse.getCurrent().getHttpServletResponse());
            String next = providers.isExclusive() ? Addresses.LOGIN : Addresses.REGISTER;
            getUI().ifPresent(ui -> ui.getPage().setLocation("/" + next));
        } catch (InvalidException wrong) {
            say(getTranslation("setup.failed"));
        } catch (TooManyRequestsException tooMany) {
            say(FailureText.text(tooMany, getLocale()));
        }
    }

    private void claim(AccountId account, String code, String address) {
        setup.claim(account, code, address);
        getContent()
                .show(
                        new Paragraph(getTranslation("setup.done")),
                        link(Addresses.spaceSettings(spaces.home().slug()), "setup.settings"));
    }

    private void say(String text) {
        var message = new Paragraph(text);
        message.addClassName("form-message");
        message.getElement().setAttribute("role", "alert");
        getContent().show(message, link("", "setup.home"));
    }

    private Anchor link(String address, String text) {
        var link = new Anchor("/" + address, getTranslation(text));
        link.setRouterIgnore(true);
        link.addClassNames("button", "primary", "wide");
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("setup.title") + " · Charla";
    }
}
