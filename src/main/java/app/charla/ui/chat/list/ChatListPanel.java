package app.charla.ui.chat.list;

import app.charla.chat.ChatService;
import app.charla.chat.Membership;
import app.charla.chat.ReadMarkers;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.ui.Addresses;
import app.charla.ui.chat.ChatList;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveEventListener;
import app.charla.ui.live.LiveUpdates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The panel of the chat list: loads its rows and keeps them up to date with live events. It keeps no rows itself. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ChatListPanel extends Composite<Div> implements LiveEventListener, AccountListener, ChatList.Source {

    private final transient ChatRowMapper rows;
    private final transient ChatListChanges changes;
    private final transient QuickSwitcher quickSwitcher;
    private final transient ChatService chats;
    private final transient ReadMarkers markers;
    private final transient ChatRowActions rowActions;
    private final transient LiveUpdates updates;
    private final ChatList list = new ChatList(this);
    private @Nullable Registration registration;
    private @Nullable Actor actor;
    private String slug = "";
    private @Nullable ChatId selected;
    /** The memberships as they were before everything was marked as read. */
    private transient List<Membership> beforeReadAll = List.of();

    ChatListPanel(
            ChatRowMapper rows,
            ChatListChanges changes,
            QuickSwitcher quickSwitcher,
            ChatService chats,
            ReadMarkers markers,
            ChatRowActions rowActions,
            LiveUpdates updates) {
        this.rows = rows;
        this.changes = changes;
        this.quickSwitcher = quickSwitcher;
        this.chats = chats;
        this.markers = markers;
        this.rowActions = rowActions;
        this.updates = updates;
        updates.registerWhileAttached(this);
    }

    @Override
    protected Div initContent() {
        var content = new Div(list);
        content.addClassName("chat-list");
        return content;
    }

    /** Shows the chats of an actor. {@link LiveUpdates} must follow the actor already, so that no event is missed. */
    public void show(Actor actor, String slug) {
        if (!actor.equals(this.actor)) {
            this.actor = actor;
            beforeReadAll = List.of();
            this.slug = slug;
            if (isAttached()) {
                reload();
            }
        }
    }

    /** Marks the open chat, or none. */
    public void select(@Nullable ChatId chat) {
        selected = chat;
        list.select(chat == null ? null : chat.toString());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        registration = updates.register((LiveEventListener) this);
        reload();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (registration != null) {
            registration.remove();
        }
    }

    @Override
    public void reload() {
        if (actor != null) {
            list.enter(actor);
            list.load(rows.rows(actor, slug, getLocale()));
            select(selected);
        }
    }

    @Override
    public void blocksChanged() {
        reload();
    }

    @Override
    public void apply(List<LiveEvent> events) {
        if (actor != null) {
            show(changes.after(events, actor, slug, getLocale()));
        }
    }

    @Override
    public void readMarkerGathered(ChatId chat) {
        showRow(chat);
    }

    private void showRow(ChatId chat) {
        if (actor != null) {
            show(changes.rows(List.of(chat), actor, slug, getLocale()));
        }
    }

    private void show(ChatList.Changes shown) {
        if (!shown.updates().isEmpty()) {
            list.update(shown.updates());
        }
        shown.dropped().forEach(list::drop);
        if (!shown.rows().isEmpty()) {
            list.put(shown.rows());
        }
    }

    @Override
    public void heartbeat() {
        updates.catchUp();
    }

    @Override
    public void loadRow(String chat) {
        showRow(ChatId.parse(chat));
    }

    @Override
    public void readAll() {
        if (actor != null) {
            beforeReadAll = markers.markAllRead(actor);
        }
    }

    @Override
    public void undoReadAll() {
        if (actor != null) {
            markers.undoAllRead(actor, beforeReadAll);
            beforeReadAll = List.of();
        }
    }

    @Override
    public void markRead(String chat, long seq) {
        if (actor != null) {
            markers.markRead(actor, ChatId.parse(chat), seq);
        }
    }

    @Override
    public void mute(String chat, boolean muted) {
        if (actor != null) {
            rowActions.mute(actor, ChatId.parse(chat), muted);
        }
    }

    @Override
    public void leave(String chat) {
        if (actor != null) {
            rowActions.confirmLeaving(actor, ChatId.parse(chat));
        }
    }

    @Override
    public List<ChatList.Suggestion> suggest(String typed) {
        return actor == null || typed.isBlank()
                ? List.of()
                : quickSwitcher.suggestions(actor, slug, typed, getLocale());
    }

    @Override
    public void openPrivateChat(String person) {
        if (actor != null) {
            ChatId chat =
                    chats.openPrivate(actor, AccountId.parse(person)).chat().id();
            getUI().ifPresent(ui -> ui.navigate(Addresses.chat(slug, chat)));
        }
    }
}
