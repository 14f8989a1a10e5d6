package app.charla.ui.chat.list;

import app.charla.chat.ChatChanged;
import app.charla.chat.ChatGone;
import app.charla.chat.ChatService;
import app.charla.chat.ReadMarkerMoved;
import app.charla.chat.ReadMarkers;
import app.charla.chat.ReceiptGiven;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.message.Message;
import app.charla.message.MessageChanged;
import app.charla.message.MessagePosted;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The panel of the chat list: loads its rows and keeps them up to date with live events. It keeps no rows itself. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ChatListPanel extends Composite<Div> implements LiveEventListener, AccountListener, ChatList.Source {

    private final transient ChatRowMapper rows;
    private final transient QuickSwitcher quickSwitcher;
    private final transient ChatService chats;
    private final transient ReadMarkers markers;
    private final transient LiveUpdates updates;
    private final ChatList list = new ChatList(this);
    private @Nullable Registration registration;
    private @Nullable Actor actor;
    private String slug = "";
    private @Nullable ChatId selected;

    ChatListPanel(
            ChatRowMapper rows,
            QuickSwitcher quickSwitcher,
            ChatService chats,
            ReadMarkers markers,
            LiveUpdates updates) {
        this.rows = rows;
        this.quickSwitcher = quickSwitcher;
        this.chats = chats;
        this.markers = markers;
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
        var updated = new ArrayList<ChatList.MessageUpdate>();
        Set<ChatId> changed = new LinkedHashSet<>();
        for (LiveEvent event : events) {
            switch (event) {
                case MessagePosted posted -> add(updated, posted.message(), true);
                case MessageChanged edited -> add(updated, edited.message(), false);
                case ChatGone gone -> {
                    changed.remove(gone.chat());
                    list.drop(gone.chat().toString());
                }
                case ReceiptGiven receipt -> {} // the list does not show what others have read
                case ChatChanged edited -> changed.add(edited.chat());
                case ReadMarkerMoved moved -> changed.add(moved.chat());
                default -> changed.add(event.chat()); // LiveEventsUiTest: every event is named above
            }
        }
        if (!updated.isEmpty()) {
            list.update(updated);
        }
        put(changed);
    }

    private void add(Collection<ChatList.MessageUpdate> updated, Message message, boolean isNew) {
        if (actor != null) {
            try {
                updated.add(rows.update(actor, message, isNew, getLocale()));
            } catch (NotFoundException leftMeanwhile) {
                list.drop(message.chat().toString());
            }
        }
    }

    private void put(Collection<ChatId> chats) {
        var found = new ArrayList<ChatList.Row>();
        for (ChatId chat : chats) {
            try {
                if (actor != null) {
                    found.add(rows.row(actor, slug, getLocale(), chat));
                }
            } catch (NotFoundException leftMeanwhile) {
                list.drop(chat.toString());
            }
        }
        if (!found.isEmpty()) {
            list.put(found);
        }
    }

    @Override
    public void heartbeat() {
        updates.catchUp();
    }

    @Override
    public void loadRow(String chat) {
        put(List.of(ChatId.parse(chat)));
    }

    @Override
    public void readAll() {
        if (actor != null) {
            markers.markAllRead(actor);
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
