package app.charla.ui.shell;

import app.charla.account.AccountService;
import app.charla.account.Preferences;
import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.personaldata.AccountDeletion;
import app.charla.presence.PresenceService;
import app.charla.share.ShareService;
import app.charla.space.Space;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.Appearance;
import app.charla.ui.CurrentPage;
import app.charla.ui.LocalData;
import app.charla.ui.Texts;
import app.charla.ui.chat.list.ChatListPanel;
import app.charla.ui.chat.list.NewChatMenu;
import app.charla.ui.component.Avatar;
import app.charla.ui.component.Icon;
import app.charla.ui.component.Menu;
import app.charla.ui.component.PresenceMark;
import app.charla.ui.component.Toast;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.live.TabRegistry;
import app.charla.ui.security.SignedIn;
import app.charla.ui.settings.PresenceDialog;
import app.charla.ui.signin.SignOut;
import app.charla.ui.space.OwnSpace;
import app.charla.ui.space.OwnSpaces;
import app.charla.ui.space.SpaceRail;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every signed-in view: the rail of spaces, the list of chats, and on a telephone the bar at the
 * bottom. A telephone shows either the list or what was opened from it.
 */
@JsModule(LocalData.MODULE)
@PermitAll
public class Shell extends Div implements RouterLayout, BeforeEnterObserver, LiveUpdates.SpacesPanel {

    private final transient SpaceService spaces;
    private final transient SpaceMembers members;
    private final transient OwnSpaces ownSpaces;
    private final transient LiveUpdates updates;
    private final transient TabRegistry tabs;
    private final transient SignOut signOut;
    private final transient AccountService accounts;
    private final transient ShareService shareService;
    private final SignedIn person = SignedIn.required();
    private final Profile me;
    private final boolean leaving;
    private final ChatListPanel list;
    private final NewChatMenu newChat;
    private final SpaceRail spaceRail;
    private final PresenceFeed presence;
    private final AvatarFeed faces;
    private final ShortcutHelp keys = new ShortcutHelp();
    private final NativeButton account = new NativeButton();
    private final Span requests = new Span();
    private final NativeButton requestsItem;
    private final H1 title = new H1();
    private final Anchor saved = new Anchor("", new Icon("bookmark"));
    private final Anchor spaceSettings = new Anchor("", new Icon("gear"));
    private final BottomBar bottomBar = new BottomBar();
    private final Main content = new Main();
    private @Nullable Registration registration;
    private @Nullable Space space;
    private boolean inSpace;

    Shell(
            SpaceService spaces,
            SpaceMembers members,
            OwnSpaces ownSpaces,
            AccountService accounts,
            ProfileDirectory profiles,
            LiveUpdates updates,
            TabRegistry tabs,
            SignOut signOut,
            AccountDeletion deletion,
            ShareService shareService,
            PresenceService presences,
            Clock clock,
            SpaceRail spaceRail,
            ChatListPanel list,
            NewChatMenu newChat) {
        this.spaces = spaces;
        this.members = members;
        this.ownSpaces = ownSpaces;
        this.updates = updates;
        this.tabs = tabs;
        this.signOut = signOut;
        this.spaceRail = spaceRail;
        this.list = list;
        this.newChat = newChat;
        this.accounts = accounts;
        this.shareService = shareService;
        this.presence = new PresenceFeed(presences, updates);
        this.faces = new AvatarFeed(profiles, updates);
        this.me = profiles.getById(person.account());
        this.leaving = deletion.pending(person.account()).isPresent();
        addClassName("shell");
        content.getElement().setAttribute("tabindex", "-1");
        content.addClassName("content");
        this.requestsItem = addAccountMenu(presences, clock);
        add(skipLink(), spaceRail, listPane(), content, bottomBar, presence, faces, keys);
    }

    private NativeButton skipLink() {
        var skip = new NativeButton(
                getTranslation("nav.skip"), click -> content.getElement().executeJs("this.focus()"));
        skip.addClassName("skip-link");
        return skip;
    }

    private Section listPane() {
        name(spaceSettings, getTranslation("spaceSettings.title"));
        name(saved, getTranslation("saved.title"));
        var heading = new Div(title, saved, spaceSettings, newChat);
        heading.addClassName("list-heading");
        var pane = new Section(heading, list);
        pane.addClassName("list-pane");
        pane.setAriaLabel(getTranslation("nav.chats"));
        return pane;
    }

    private static void name(Anchor link, String name) {
        link.getElement().setAttribute("router-link", "");
        link.addClassName("icon-button");
        link.setAriaLabel(name);
        link.setTitle(name);
    }

    private NativeButton addAccountMenu(PresenceService presences, Clock clock) {
        requests.addClassName("badge");
        requests.getElement().setAttribute("aria-hidden", "true");
        account.add(PresenceMark.on(Avatar.of(me), me.id()), requests);
        account.addClassName("account");
        var menu = new Menu(account);
        NativeButton item = menu.add("", () -> getUI().ifPresent(ui -> ui.navigate(Addresses.settings("sharing"))));
        menu.add(
                getTranslation("settings.presence"),
                () -> new PresenceDialog(presences, person.account(), clock).open());
        menu.add(getTranslation("keys.title"), keys::open);
        menu.add(getTranslation("nav.settings"), () -> getUI().ifPresent(ui -> ui.navigate(Addresses.SETTINGS)));
        menu.add(getTranslation("settings.signOut"), signOut::thisSession);
        spaceRail.add(account, menu);
        return item;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (leaving) {
            event.forwardTo(Addresses.UNDO_DELETION);
            return;
        }
        CurrentPage currentPage = CurrentPage.of(event.getLocation());
        String slug = currentPage
                .space()
                .or(() -> Optional.ofNullable(space).map(Space::slug))
                .orElseGet(() -> spaces.home().slug());
        boolean silent = event.getNavigationTarget() == SpaceUnavailableView.class;
        if (silent) {
            showSilent(slug);
        } else if (!enter(event, slug)) {
            return;
        }
        list.select(
                silent
                        ? null
                        : event.getRouteParameters()
                                .get("chat")
                                .map(ChatId::parse)
                                .orElse(null));
        setClassName("chat-open", currentPage.isChat());
        setClassName("page-open", silent || currentPage.isPage());
        bottomBar.show(currentPage, slug);
        inSpace = currentPage.space().isPresent();
        dress(event.getUI());
        show(ownSpaces.of(person.account()));
    }

    /** A space that wants so is drawn in its own colour; the rest is as the person likes it. */
    private Preferences dress(UI ui) {
        Preferences preferences = accounts.account(person.account()).preferences();
        Appearance.of(preferences, inSpace ? space : null).applyTo(ui);
        return preferences;
    }

    @Override
    public void preferencesChanged() {
        getUI().ifPresent(ui -> {
            Preferences preferences = dress(ui);
            if (!ui.getLocale().equals(Texts.localeOf(preferences.language()))) {
                reloadUnlessWriting(ui);
            }
        });
    }

    /** What is being written as a message is kept anyway. */
    private static void reloadUnlessWriting(UI ui) {
        ui.getPage().executeJs("""
                const fields = 'textarea, select, input:not([type=radio], [type=checkbox])';
                if (!document.activeElement?.matches(fields)) location.reload();""");
    }

    @Override
    public void shareRequestsChanged() {
        int waiting = shareService.waiting(person.account());
        requests.setText(String.valueOf(waiting));
        requests.setVisible(waiting > 0);
        requestsItem.setText(getTranslation("nav.requests", waiting));
        requestsItem.setVisible(waiting > 0);
        String name = getTranslation("nav.account", me.name());
        account.setAriaLabel(waiting > 0 ? name + ", " + getTranslation("nav.requests", waiting) : name);
        bottomBar.ask(waiting);
    }

    /** Whether the space can be entered; one that is not there yet leads to what becomes of it. */
    private boolean enter(BeforeEnterEvent event, String slug) {
        Space wanted;
        try {
            wanted = spaces.space(person.account(), slug);
        } catch (NotFoundException stranger) {
            event.forwardTo(
                    Addresses.join(members.joinable(person.account(), slug).slug()));
            return false;
        }
        switch (wanted.state()) {
            case READY -> {}
            case REQUESTED, PROVISIONING, FAILED -> {
                event.forwardTo(Addresses.progress(slug));
                return false;
            }
            case DELETING, DELETED -> throw new NotFoundException();
        }
        Actor actor = spaces.enter(person.account(), slug);
        updates.follow(event.getUI(), actor);
        presence.follow(actor);
        space = wanted;
        newChat.use(actor, slug);
        list.show(actor, slug);
        showChats(true);
        return true;
    }

    /** The space does not answer: it keeps its place and its name, and the others can be reached. */
    private void showSilent(String slug) {
        space = spaces.space(person.account(), slug);
        showChats(false);
    }

    private void showChats(boolean answering) {
        list.setVisible(answering);
        newChat.setVisible(answering);
        spaceSettings.setVisible(answering);
        saved.setVisible(answering);
    }

    private void show(List<OwnSpace> own) {
        Space current = Objects.requireNonNull(space);
        space = own.stream()
                .map(OwnSpace::space)
                .filter(each -> each.id().equals(current.id()))
                .findFirst()
                .orElse(current);
        title.setText(space.name());
        spaceSettings.setHref(Addresses.spaceSettings(space.slug()));
        saved.setHref(Addresses.saved(space.slug()));
        spaceRail.show(own, space.slug());
    }

    @Override
    public void spacesChanged() {
        if (space != null) {
            show(ownSpaces.of(person.account()));
        }
    }

    @Override
    public void shutOut() {
        String name = space == null ? "" : space.name();
        space = null;
        getUI().ifPresent(ui -> {
            ui.navigate(Addresses.space(spaces.home().slug()));
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
