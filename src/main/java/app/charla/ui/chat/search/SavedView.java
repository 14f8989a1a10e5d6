package app.charla.ui.chat.search;

import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.message.Message;
import app.charla.message.SavedMessages;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.chat.SearchResultList;
import app.charla.ui.component.Icon;
import app.charla.ui.component.IconButton;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The view of the messages that a person has saved in a space; each is a link to the message. */
@Route(Addresses.SAVED)
@PermitAll
class SavedView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE_SIZE = 50;

    private final transient SpaceService spaces;
    private final transient SavedMessages saved;
    private final transient SearchResultList rows;
    private final Anchor back = new Anchor("", new Icon("back"));
    private final Paragraph nothing = new Paragraph(getTranslation("saved.nothing"));
    private final UnorderedList list = new UnorderedList();
    private final NativeButton more = new NativeButton(getTranslation("saved.more"), click -> showMore());
    private @Nullable Actor actor;
    private String slug = "";
    private MessageId last = new MessageId(Long.MAX_VALUE);

    SavedView(SpaceService spaces, SavedMessages saved, SearchResultList rows) {
        this.spaces = spaces;
        this.saved = saved;
        this.rows = rows;
        back.addClassNames("icon-button", "back");
        back.getElement().setAttribute("router-link", "");
        back.setAriaLabel(getTranslation("conversation.back"));
        nothing.addClassName("hint");
        nothing.getElement().setAttribute("role", "status");
        list.addClassNames("hits", "saved");
        more.addClassName("button");
        var heading = new Div(back, new H1(getTranslation("saved.title")));
        heading.addClassName("list-heading");
        addClassName("search-view");
        add(heading, nothing, list, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("space").orElseThrow();
        actor = spaces.enter(SignedIn.required().account(), slug);
        back.setHref(Addresses.space(slug));
        last = new MessageId(Long.MAX_VALUE);
        list.removeAll();
        showMore();
    }

    private void showMore() {
        Actor me = Objects.requireNonNull(actor, "no space was entered");
        List<Message> page = saved.saved(me, last, PAGE_SIZE);
        List<ListItem> items = rows.messageItems(me, slug, page, getLocale());
        for (int i = 0; i < items.size(); i++) {
            add(me, items.get(i), page.get(i).id());
        }
        more.setVisible(page.size() == PAGE_SIZE);
        if (!page.isEmpty()) {
            last = page.getLast().id();
        }
        showWhetherEmpty();
    }

    private void add(Actor me, ListItem item, MessageId message) {
        item.add(new IconButton("close", getTranslation("saved.forget"), click -> {
            saved.remove(me, message);
            item.removeFromParent();
            showWhetherEmpty();
        }));
        list.add(item);
    }

    private void showWhetherEmpty() {
        nothing.setVisible(list.getChildren().findAny().isEmpty());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("saved.title") + " · Charla";
    }
}
