package app.charla.ui;

import app.charla.account.AccountService;
import app.charla.account.Profile;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.space.Space;
import app.charla.space.SpaceService;
import app.charla.ui.chat.ChatListPanel;
import app.charla.ui.chat.LocalData;
import app.charla.ui.chat.NewChatMenu;
import app.charla.ui.component.Avatar;
import app.charla.ui.component.Glyph;
import app.charla.ui.component.Menu;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/**
 * What stands around every signed-in view: the rail of spaces, the list of chats, and on a telephone the bar at the
 * bottom. A telephone shows either the list or what was opened from it.
 */
@JsModule(LocalData.MODULE)
@PermitAll
public class Shell extends Div implements RouterLayout, BeforeEnterObserver {

    private final transient SpaceService spaces;
    private final transient LiveUpdates updates;
    private final transient OpenTabs tabs;
    private final transient SignOut signOut;
    private final SignedIn person = SignedIn.required();
    private final Profile me;
    private final ChatListPanel list;
    private final NewChatMenu newChat;
    private final Nav rail = new Nav();
    private final H1 title = new H1();
    private final Anchor chatsTab = tab("chat", "nav.chats");
    private final Anchor settingsTab = tab("person", "nav.you");
    private final Main content = new Main();
    private Optional<Space> space = Optional.empty();

    Shell(
            SpaceService spaces,
            AccountService accounts,
            LiveUpdates updates,
            OpenTabs tabs,
            SignOut signOut,
            ChatListPanel list,
            NewChatMenu newChat) {
        this.spaces = spaces;
        this.updates = updates;
        this.tabs = tabs;
        this.signOut = signOut;
        this.list = list;
        this.newChat = newChat;
        this.me = accounts.profile(person.account());
        addClassName("shell");
        content.getElement().setAttribute("tabindex", "-1");
        content.addClassName("content");
        rail.addClassName("rail");
        rail.setAriaLabel(getTranslation("nav.spaces"));
        add(skipLink(), rail, listPane(), content, bottomBar());
    }

    private NativeButton skipLink() {
        var skip = new NativeButton(
                getTranslation("nav.skip"), click -> content.getElement().executeJs("this.focus()"));
        skip.addClassName("skip-link");
        return skip;
    }

    private Section listPane() {
        var heading = new Div(title, newChat);
        heading.addClassName("list-heading");
        var pane = new Section(heading, list);
        pane.addClassName("list-pane");
        pane.setAriaLabel(getTranslation("nav.chats"));
        return pane;
    }

    private Nav bottomBar() {
        settingsTab.setHref(Addresses.SETTINGS);
        var bar = new Nav(chatsTab, settingsTab);
        bar.addClassName("bottom-bar");
        bar.setAriaLabel(getTranslation("nav.sections"));
        return bar;
    }

    private Anchor tab(String glyph, String text) {
        var link = new Anchor("", new Glyph(glyph), new Span(getTranslation(text)));
        link.getElement().setAttribute("router-link", "");
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters()
                .get("space")
                .or(() -> space.map(Space::slug))
                .orElseGet(() -> spaces.home().slug());
        Actor actor = spaces.enter(person.account(), slug);
        updates.follow(event.getUI(), actor);
        if (space.map(Space::slug).filter(slug::equals).isEmpty()) {
            enter(actor, slug);
        }
        Optional<ChatId> chat = event.getRouteParameters().get("chat").map(ChatId::parse);
        list.select(chat.orElse(null));
        boolean settings = event.getLocation().getPath().equals(Addresses.SETTINGS);
        setClassName("chat-open", chat.isPresent());
        setClassName("settings-open", settings);
        setCurrent(settingsTab, settings);
        setCurrent(chatsTab, !settings);
    }

    private void enter(Actor actor, String slug) {
        var own = spaces.spaces(person.account());
        space = own.stream().filter(each -> each.slug().equals(slug)).findFirst();
        title.setText(space.map(Space::name).orElse(""));
        chatsTab.setHref(Addresses.space(slug));
        newChat.use(actor, slug);
        list.show(actor, slug);
        rail.removeAll();
        own.forEach(each -> rail.add(tile(each, each.slug().equals(slug))));
        addAccountMenu();
    }

    private static void setCurrent(Anchor tab, boolean current) {
        if (current) {
            tab.getElement().setAttribute("aria-current", "page");
        } else {
            tab.getElement().removeAttribute("aria-current");
        }
    }

    private static Component tile(Space space, boolean current) {
        var tile =
                new Anchor(Addresses.space(space.slug()), new Avatar(space.id().toString(), space.name()));
        tile.getElement().setAttribute("router-link", "");
        tile.addClassName("tile");
        tile.setTitle(space.name());
        tile.setAriaLabel(space.name());
        tile.getElement().getStyle().set("--tile", space.color());
        setCurrent(tile, current);
        return tile;
    }

    private void addAccountMenu() {
        var button = new NativeButton();
        button.add(new Avatar(me.id().toString(), me.name()));
        button.addClassName("account");
        button.setAriaLabel(getTranslation("nav.account", me.name()));
        var menu = new Menu(button);
        menu.add(getTranslation("nav.settings"), () -> getUI().ifPresent(ui -> ui.navigate(Addresses.SETTINGS)));
        menu.add(getTranslation("settings.signOut"), signOut::here);
        rail.add(button, menu);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        tabs.add(person, updates, event.getUI());
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
