package app.charla.ui.shell;

import app.charla.account.AccountService;
import app.charla.account.Preferences;
import app.charla.account.ProfileDirectory;
import app.charla.core.ChatId;
import app.charla.space.Space;
import app.charla.ui.Addresses;
import app.charla.ui.Appearance;
import app.charla.ui.CurrentPage;
import app.charla.ui.LocalData;
import app.charla.ui.Texts;
import app.charla.ui.component.InstallHint;
import app.charla.ui.component.LabelledField;
import app.charla.ui.component.Toast;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.live.TabRegistry;
import app.charla.ui.security.SignedIn;
import app.charla.ui.space.OwnSpace;
import app.charla.ui.space.OwnSpaces;
import app.charla.ui.space.SpaceRail;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The layout of all signed-in views: the rail of spaces, the chat list, and on a phone the bottom bar. A phone shows
 * either the list or the view that was opened from it. A route gets this layout unless it declares another one, or
 * {@code autoLayout = false} for none.
 */
@Layout
@JsModule(LocalData.MODULE)
@JsModule("./page/keyboard.ts")
@JsModule(InstallHint.MODULE)
@JsModule(LabelledField.INPUT_METHOD_MODULE)
@PermitAll
public class Shell extends Div implements RouterLayout, BeforeEnterObserver, AccountListener {

    private final transient SpaceEntrance entrance;
    private final transient OwnSpaces ownSpaces;
    private final transient AccountService accounts;
    private final transient LiveUpdates updates;
    private final transient TabRegistry tabs;
    private final SignedIn person = SignedIn.required();
    private final boolean deletionPending;
    private final AccountMenu accountMenu;
    private final PresenceFeed presence;
    private final SpaceRail spaceRail;
    private final ChatListPane listPane;
    private final LocalCopy localCopy;
    private final BottomBar bottomBar = new BottomBar();
    private final Main content = new Main();
    private @Nullable Registration registration;
    private @Nullable Space space;
    private boolean inSpace;

    Shell(
            SpaceEntrance entrance,
            OwnSpaces ownSpaces,
            AccountService accounts,
            ProfileDirectory profiles,
            LiveUpdates updates,
            TabRegistry tabs,
            AccountMenu accountMenu,
            PresenceFeed presence,
            SpaceRail spaceRail,
            ChatListPane listPane) {
        this.entrance = entrance;
        this.ownSpaces = ownSpaces;
        this.accounts = accounts;
        this.updates = updates;
        this.tabs = tabs;
        this.accountMenu = accountMenu;
        this.presence = presence;
        this.spaceRail = spaceRail;
        this.listPane = listPane;
        this.deletionPending = entrance.isDeletionPending(person.account());
        addClassName("shell");
        content.getElement().setAttribute("tabindex", "-1");
        content.addClassName("content");
        var shortcutHelp = new ShortcutHelp();
        accountMenu.onShortcuts(shortcutHelp::open);
        spaceRail.add(accountMenu, accountMenu.menu());
        var avatars = new AvatarFeed(profiles, updates);
        localCopy = new LocalCopy(
                person.account(), profiles.getById(person.account()).name());
        add(notice(), skipLink(), spaceRail, listPane, content, bottomBar, presence, avatars, localCopy, shortcutHelp);
    }

    private SecurityNotice notice() {
        return Instantiator.get(UI.getCurrent()).getOrCreate(SecurityNotice.class);
    }

    private NativeButton skipLink() {
        var skip = new NativeButton(
                getTranslation("nav.skip"), click -> content.getElement().executeJs("this.focus()"));
        skip.addClassName("skip-link");
        return skip;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (deletionPending) {
            event.forwardTo(Addresses.UNDO_DELETION);
            return;
        }
        CurrentPage currentPage = CurrentPage.of(event.getLocation());
        String slug = currentPage
                .space()
                .or(() -> Optional.ofNullable(space).map(Space::slug))
                .orElseGet(entrance::home);
        boolean unavailable = event.getNavigationTarget() == SpaceUnavailableView.class;
        if (unavailable) {
            space = entrance.unavailable(person.account(), slug);
            listPane.setAvailable(false);
        } else if (!enter(event, slug)) {
            return;
        }
        listPane.select(
                unavailable
                        ? null
                        : event.getRouteParameters()
                                .get("chat")
                                .map(ChatId::parse)
                                .orElse(null));
        setClassName("chat-open", currentPage.isChat());
        setClassName("page-open", unavailable || currentPage.isPage());
        bottomBar.show(currentPage, slug);
        inSpace = currentPage.space().isPresent();
        applyAppearance(event.getUI());
        show(ownSpaces.of(person.account()));
    }

    private boolean enter(BeforeEnterEvent event, String slug) {
        Optional<SpaceEntrance.Entered> entered = entrance.enter(event, person.account(), slug);
        entered.ifPresent(entry -> {
            updates.follow(event.getUI(), entry.actor());
            presence.follow(entry.actor());
            space = entry.space();
            listPane.enter(entry.actor(), slug);
        });
        return entered.isPresent();
    }

    /** Applies the person's appearance settings, with the colour of the open space if that has one. */
    private Preferences applyAppearance(UI ui) {
        Preferences preferences = accounts.account(person.account()).preferences();
        Appearance.of(preferences, inSpace ? space : null).applyTo(ui);
        return preferences;
    }

    @Override
    public void preferencesChanged() {
        getUI().ifPresent(ui -> {
            Preferences preferences = applyAppearance(ui);
            if (!ui.getLocale().equals(Texts.localeOf(preferences.language()))) {
                reloadUnlessWriting(ui);
            }
        });
    }

    /** Reloads the page unless a field is focused. A message being written is kept anyway. */
    private static void reloadUnlessWriting(UI ui) {
        ui.getPage().executeJs("""
                const fields = 'textarea, select, input:not([type=radio], [type=checkbox])';
                if (!document.activeElement?.matches(fields)) location.reload();""");
    }

    @Override
    public void shareRequestsChanged() {
        bottomBar.showRequestCount(accountMenu.updateRequests());
    }

    private void show(List<OwnSpace> own) {
        Space current = Objects.requireNonNull(space);
        Space renewed = own.stream()
                .map(OwnSpace::space)
                .filter(each -> each.id().equals(current.id()))
                .findFirst()
                .orElse(current);
        space = renewed;
        listPane.show(renewed);
        spaceRail.show(own, renewed.slug());
        localCopy.show(own, renewed.id());
    }

    @Override
    public void spacesChanged() {
        if (space != null) {
            show(ownSpaces.of(person.account()));
        }
    }

    @Override
    public void membershipRevoked() {
        String name = space == null ? "" : space.name();
        space = null;
        getUI().ifPresent(ui -> {
            ui.navigate(Addresses.space(entrance.home()));
            Toast.show(getTranslation("spaces.gone", name));
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        tabs.add(person, updates, event.getUI());
        registration = updates.register(this);
        shareRequestsChanged();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (registration != null) {
            registration.remove();
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
    }
}
