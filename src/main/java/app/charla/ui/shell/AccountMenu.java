package app.charla.ui.shell;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.presence.PresenceService;
import app.charla.share.ShareService;
import app.charla.ui.Addresses;
import app.charla.ui.component.Avatar;
import app.charla.ui.component.Menu;
import app.charla.ui.component.PresenceMark;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.SignOut;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The account menu: a button with the person's avatar, the presence and the number of open share requests, and the menu
 * that it opens.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class AccountMenu extends NativeButton {

    private final transient ShareService shareService;
    private final AccountId person = SignedIn.required().account();
    private final String name;
    private final Span requests = new Span();
    private final Menu menu;
    private final NativeButton requestsItem;
    private Command shortcuts = () -> {};

    AccountMenu(
            ProfileDirectory profiles,
            PresenceService presences,
            ShareService shareService,
            SignOut signOut,
            Clock clock) {
        this.shareService = shareService;
        Profile me = profiles.getById(person);
        this.name = me.name();
        requests.addClassName("badge");
        requests.getElement().setAttribute("aria-hidden", "true");
        add(PresenceMark.on(Avatar.of(me), me.id()), requests);
        addClassName("account");
        this.menu = new Menu(this);
        this.requestsItem = menu.add("", () -> go(Addresses.settings("sharing")));
        menu.add(getTranslation("settings.presence"), () -> new PresenceDialog(presences, person, clock).open());
        menu.add(getTranslation("keys.title"), () -> shortcuts.execute());
        menu.add(getTranslation("nav.settings"), () -> go(Addresses.SETTINGS));
        menu.add(getTranslation("settings.signOut"), signOut::thisSession);
    }

    private void go(String address) {
        getUI().ifPresent(ui -> ui.navigate(address));
    }

    /** Returns the menu, which is to be added to the page beside this button. */
    Menu menu() {
        return menu;
    }

    /** Handles the command to show the keyboard shortcuts. */
    void onShortcuts(Command handler) {
        shortcuts = handler;
    }

    /** Counts the open share requests, shows their number and returns it. */
    int updateRequests() {
        int waiting = shareService.countRequests(person);
        requests.setText(String.valueOf(waiting));
        requests.setVisible(waiting > 0);
        requestsItem.setText(getTranslation("nav.requests", waiting));
        requestsItem.setVisible(waiting > 0);
        String label = getTranslation("nav.account", name);
        setAriaLabel(waiting > 0 ? label + ", " + getTranslation("nav.requests", waiting) : label);
        return waiting;
    }
}
