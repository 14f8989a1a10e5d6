package app.charla.ui.settings;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.ui.Addresses;
import app.charla.ui.component.Avatar;
import app.charla.ui.component.InstallHint;
import app.charla.ui.component.PresenceMark;
import app.charla.ui.security.SignedIn;
import app.charla.ui.shell.Shell;
import app.charla.ui.signin.SignOut;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RoutePrefix;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/**
 * Layout of the settings pages: their list beside the page. On narrow screens the bare address shows the list, and a
 * page links back to it.
 *
 * <p>To add a page: a {@link SettingsPage} at {@code settings/<name>} and one line in {@link #PAGES}. To add a section:
 * a {@link SettingsSection} that the page adds.
 */
@RoutePrefix(Addresses.SETTINGS)
@ParentLayout(Shell.class)
@PermitAll
class SettingsFrame extends Div implements RouterLayout, AfterNavigationObserver {

    /** The pages in display order. */
    private static final List<String> PAGES = List.of(
            ProfilePage.NAME,
            AppearancePage.NAME,
            PrivacyPage.NAME,
            SecurityPage.NAME,
            DevicesPage.NAME,
            IdentitiesPage.NAME,
            SharingPage.NAME,
            DataPage.NAME);

    private final Nav nav = new Nav();
    private final Div page = new Div();

    SettingsFrame(ProfileDirectory profiles, SignOut signOut) {
        addClassName("settings");
        nav.addClassName("settings-nav");
        nav.setAriaLabel(getTranslation("settings.title"));
        nav.add(new H1(getTranslation("settings.title")));
        nav.add(ownCard(profiles.getById(SignedIn.required().account())));
        PAGES.forEach(name -> nav.add(link(name)));
        var leave = new NativeButton(getTranslation("settings.signOut"), click -> signOut.thisSession());
        leave.addClassNames("button", "danger-text");
        nav.add(new InstallHint(), leave);
        page.addClassName("settings-page");
        var columns = new Div(nav, page);
        columns.addClassName("settings-columns");
        add(columns);
    }

    /** The picture, name and status of the person; leads to their profile. */
    private Anchor ownCard(Profile me) {
        var name = new Span(me.name());
        name.addClassName("name");
        var username = new Span("@" + me.username());
        username.addClassName("hint");
        var text = new Div(name, username, PresenceMark.words(me.id()));
        text.addClassName("text");
        var card = new Anchor(Addresses.settings(ProfilePage.NAME), PresenceMark.on(Avatar.of(me), me.id()), text);
        card.addClassNames("person", "own-card");
        card.getElement().setAttribute("router-link", "");
        return card;
    }

    private Anchor link(String name) {
        var link = new Anchor(Addresses.settings(name), getTranslation("settings." + name));
        link.getElement().setAttribute("router-link", "");
        return link;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        boolean bare = path.equals(Addresses.SETTINGS);
        setClassName("bare", bare);
        String shown = bare ? Addresses.settings(PAGES.getFirst()) : path;
        nav.getChildren()
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .filter(link -> !link.hasClassName("own-card"))
                .forEach(link -> {
                    if (link.getHref().equals(shown)) {
                        link.getElement().setAttribute("aria-current", "page");
                    } else {
                        link.getElement().removeAttribute("aria-current");
                    }
                });
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        page.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        page.getElement().removeAllChildren();
    }
}
