package app.charla.ui.chat.list;

import app.charla.core.AccountId;
import app.charla.core.UnavailableException;
import app.charla.space.Space;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.chat.ChatAvatars;
import app.charla.ui.chat.ChatList;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.component.Icon;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/**
 * The view for content shared from another app: the person chooses a chat and finds the content in its composer. It never
 * leaves the browser: {@code share-target.html} receives it, {@code <charla-shared>} makes it a draft.
 */
@Route(Addresses.SHARE_IN)
@PermitAll
class ShareInView extends Div implements HasDynamicTitle {

    /** The element with the shared content and the chats to choose from. */
    @Tag("charla-shared")
    @JsModule("./composer/share-target.ts")
    private static final class ShareTarget extends HtmlContainer {}

    private final transient SpaceService spaces;
    private final transient ChatRowMapper rows;

    ShareInView(SpaceService spaces, ChatRowMapper rows) {
        this.spaces = spaces;
        this.rows = rows;
        AccountId me = SignedIn.required().account();
        addClassName("settings");
        var target = new ShareTarget();
        target.getElement().setAttribute("account", me.toString());
        var words = new Paragraph();
        words.addClassName("shared-words");
        var nothing = new Paragraph(getTranslation("shareIn.nothing"));
        nothing.addClassName("nothing");
        var chats = new Section(new H2(getTranslation("shareIn.where")), search());
        chats.addClassName("shared-where");
        spaces.spaces(me).stream().filter(Space::isReady).forEach(space -> chats.add(chats(me, space)));
        target.add(new Section(words, nothing), chats);
        var head = new Div(new H1(getTranslation("shareIn.title")));
        head.addClassName("page-head");
        var column = new Div(head, target);
        column.addClassName("settings-column");
        add(column);
    }

    private Div search() {
        var field = new Input();
        field.setType("search");
        field.setPlaceholder(getTranslation("list.search"));
        field.getElement().setAttribute("aria-label", getTranslation("list.search"));
        var box = new Div(new Icon("search"), field);
        box.addClassName("search");
        return box;
    }

    private Component chats(AccountId me, Space space) {
        var list = new UnorderedList();
        list.addClassName("shared-chats");
        list.getElement().setAttribute("aria-label", space.name());
        rows(me, space).forEach(row -> list.add(item(row, space)));
        return list;
    }

    /** Returns the chats of a space; none if its database is unavailable. */
    private List<ChatList.Row> rows(AccountId me, Space space) {
        try {
            return rows.rows(spaces.enter(me, space.slug()), space.slug(), getLocale());
        } catch (UnavailableException unavailable) {
            return List.of();
        }
    }

    private static ListItem item(ChatList.Row row, Space space) {
        var avatar = ChatAvatars.of(row);
        var title = new Span(row.title());
        title.addClassName("name");
        var where = new Span(space.name());
        where.addClassName("hint");
        var text = new Div(title, where);
        text.addClassName("text");
        var link = new Anchor(row.address(), avatar, text);
        link.getElement()
                .setAttribute("router-link", "")
                .setAttribute("data-space", space.id().toString())
                .setAttribute("data-chat", row.id());
        return new ListItem(link);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shareIn.title") + " · Charla";
    }
}
