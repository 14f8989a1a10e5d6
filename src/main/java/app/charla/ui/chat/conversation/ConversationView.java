package app.charla.ui.chat.conversation;

import app.charla.chat.Chat;
import app.charla.chat.ChatChanged;
import app.charla.chat.ChatGone;
import app.charla.chat.ChatService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.PublicChatChanged;
import app.charla.chat.ReadMarkerMoved;
import app.charla.chat.ReceiptGiven;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.core.UnavailableException;
import app.charla.message.MessageChanged;
import app.charla.message.MessagePosted;
import app.charla.realtime.Signal;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.chat.MessageLogData;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.details.DetailsPanel;
import app.charla.ui.component.Toast;
import app.charla.ui.live.LiveEventListener;
import app.charla.ui.live.LiveUpdates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The view of a conversation: its pane, and the details of the chat beside it. Keeps both up to date with live events. */
@Route(Addresses.CHAT)
@PermitAll
class ConversationView extends Div implements BeforeEnterObserver, HasDynamicTitle, LiveEventListener {

    private final transient SpaceService spaces;
    private final transient ChatService chats;
    private final transient ChatRowMapper rows;
    private final transient ConversationPresenter presenter;
    private final transient LiveUpdates updates;
    private final transient PostingState posting;
    private final transient Clock clock;
    private final ConversationPane pane;
    private final DetailsPanel details;
    private @Nullable Registration registration;
    private volatile @Nullable OpenChat open; // also read by threads that deliver signals
    private @Nullable Long focus;
    private String title = "";

    ConversationView(
            SpaceService spaces,
            ChatService chats,
            ChatRowMapper rows,
            ConversationPresenter presenter,
            LiveUpdates updates,
            PostingState posting,
            Clock clock,
            ConversationPane pane,
            DetailsPanel details) {
        this.spaces = spaces;
        this.chats = chats;
        this.rows = rows;
        this.presenter = presenter;
        this.updates = updates;
        this.posting = posting;
        this.clock = clock;
        this.pane = pane;
        this.details = details;
        pane.onDetails(details::toggle);
        pane.onReload(this::load);
        pane.onJoin(this::join);
        pane.onUnarchive(() -> posting.unarchive(open(), getLocale()));
        pane.onBlocksChange(this::blocksChanged);
        details.onClose(pane::focusDetails);
        addClassName("conversation");
        add(pane, details);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = ConversationAddress.of(event, spaces);
        OpenChat wanted = address.chat();
        focus = address.focus();
        if (!wanted.equals(open)) {
            Chat chat = chats.visible(wanted.actor(), wanted.chat());
            open = wanted;
            pane.enter(wanted);
            show(chat);
            details.show(wanted, chat);
            pane.showBars();
            if (isAttached()) {
                load();
            }
            pane.focusComposer();
        } else if (focus != null) {
            load();
        }
    }

    private OpenChat open() {
        return Objects.requireNonNull(open, "no chat was entered");
    }

    private void show(Chat chat) {
        Actor actor = open().actor();
        AccountId me = actor.account();
        title = rows.title(me, chat, getLocale());
        pane.head().show(open().slug(), chat, title, rows.colourSeed(me, chat), rows.otherMember(me, chat));
        boolean joined = chat.has(me);
        pane.head()
                .showNotifications(
                        joined
                                ? chats.membership(actor, chat.id())
                                        .notifications()
                                        .at(clock.instant())
                                : NotificationSetting.DEFAULT);
        pane.showInput(title, posting.of(actor, chat, getLocale()));
    }

    /** Opens the conversation in the browser; again when its title or its blocked members change. */
    private void openInBrowser() {
        pane.open(presenter.conversation(open(), title, pane.mayPin()));
    }

    private void load() {
        openInBrowser();
        Long wanted = focus;
        focus = null; // only for the first load: a later one continues at the read marker
        try {
            pane.reset(presenter.window(open().actor(), open().chat(), wanted));
        } catch (UnavailableException unavailable) {
            pane.fail();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        registration = updates.register(this);
        load();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (registration != null) {
            registration.remove();
        }
    }

    @Override
    public void reload() {
        refresh();
        pane.showPins();
        load();
    }

    private void blocksChanged() {
        if (open != null) {
            refresh();
            pane.showPins();
        }
    }

    private void refresh() {
        try {
            Chat current = chats.visible(open().actor(), open().chat());
            show(current);
            openInBrowser();
            details.refresh(current);
        } catch (NotFoundException deletedMeanwhile) {
            leave();
        }
    }

    @Override
    public void apply(List<LiveEvent> events) {
        ChatId chat = open().chat();
        List<LiveEvent> ours =
                events.stream().filter(event -> event.chat().equals(chat)).toList();
        if (ours.isEmpty()) {
            return;
        }
        MessageLogData.Changes changes =
                presenter.changes(open().actor(), chat, ours, events.getLast().position());
        if (!changes.isEmpty() && pane.apply(changes, ours)) {
            details.pinsChanged();
        }
        pane.removeTyping(ours);
        boolean changed = false;
        boolean gone = false;
        for (LiveEvent event : ours) {
            switch (event) {
                case ReadMarkerMoved moved ->
                    pane.head().showNotifications(moved.state().notifications().at(clock.instant()));
                case ChatChanged edited -> changed = true;
                case PublicChatChanged edited -> changed = true; // the view leaves a chat that is gone
                case ChatGone deleted -> gone = true;
                case MessagePosted posted -> {} // among the changes above, as the next two
                case MessageChanged edited -> {}
                case ReceiptGiven given -> {}
                default -> {} // LiveEventsUiTest: every event is named above
            }
        }
        if (gone) {
            leave();
        } else if (changed) {
            refresh();
        }
    }

    @Override
    public boolean listensTo(ChatId chat) {
        OpenChat current = open;
        return current != null && current.chat().equals(chat);
    }

    @Override
    public void onSignal(Signal signal) {
        if (listensTo(signal.chat())) {
            pane.onSignal(signal);
        }
    }

    private void leave() {
        getUI().ifPresent(ui -> {
            ui.navigate(Addresses.space(open().slug()));
            Toast.show(getTranslation("chat.gone", title));
        });
    }

    private void join() {
        show(chats.join(open().actor(), open().chat()));
        pane.focusComposer();
    }

    @Override
    public String getPageTitle() {
        return title + " · Charla";
    }
}
