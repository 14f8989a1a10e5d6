package app.charla.ui.chat.conversation;

import app.charla.account.BlockList;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.ChatChanged;
import app.charla.chat.ChatGone;
import app.charla.chat.ChatService;
import app.charla.chat.DraftService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.ReadMarkerMoved;
import app.charla.chat.SavedDraft;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.core.UnavailableException;
import app.charla.media.UploadService;
import app.charla.presence.DraftWritten;
import app.charla.presence.Typing;
import app.charla.presence.TypingService;
import app.charla.realtime.Signal;
import app.charla.share.ShareService;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.chat.Conversation;
import app.charla.ui.chat.MessageLog;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.details.DetailsPanel;
import app.charla.ui.chat.people.PersonCards;
import app.charla.ui.component.Toast;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import app.charla.ui.shell.Shell;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation: its head, what was said, where one writes, and the details when asked for. */
@Route(value = Addresses.CHAT, layout = Shell.class)
@PermitAll
class ConversationView extends Div implements BeforeEnterObserver, HasDynamicTitle, LiveUpdates.Panel {

    private final transient SpaceService spaces;
    private final transient ChatService chats;
    private final transient ChatRowMapper rows;
    private final transient ConversationPresenter presenter;
    private final transient LiveUpdates updates;
    private final transient TypingService typing;
    private final transient DraftService draftService;
    private final transient Clock clock;
    private final transient ProfileDirectory profiles;
    private final transient BlockList blockList;
    private final BlockedBar apart;
    private final ConversationHead head;
    private final DetailsPanel details;
    private final ShareRequestBar requests;
    private final PinBar pins;
    private final MessageLog log = new MessageLog(new LogSource());
    private final Composer composer;
    private final TypingIndicator typingIndicator = new TypingIndicator(this::write);
    private final DraftSync draftSync = new DraftSync(this::keep);
    private final Div joinBar = new Div();
    private @Nullable Registration registration;
    private volatile @Nullable OpenChat open; // signals ask from other threads
    private @Nullable Long focus;
    private String title = "";

    ConversationView(
            SpaceService spaces,
            ChatService chats,
            ChatRowMapper rows,
            ConversationPresenter presenter,
            LiveUpdates updates,
            DetailsPanel details,
            ShareRequestBar requests,
            TypingService typing,
            DraftService draftService,
            Clock clock,
            ProfileDirectory profiles,
            BlockList blockList,
            BlockedBar apart,
            PinBar pins,
            MessageCommands deeds,
            PersonCards people,
            MentionSupport mentionSupport,
            SlashCommands commands,
            ShareService shareService,
            UploadService uploads) {
        this.spaces = spaces;
        this.chats = chats;
        this.rows = rows;
        this.presenter = presenter;
        this.updates = updates;
        this.details = details;
        this.head = new ConversationHead(details::toggle);
        details.onClose(head::focusDetails);
        this.requests = requests;
        this.pins = pins;
        this.composer = new Composer(
                this::send,
                mentionSupport.in(this::open),
                commands.in(this::open),
                new Composer.Limits(uploads.most(), uploads.largest()));
        this.typing = typing;
        this.draftService = draftService;
        this.clock = clock;
        this.profiles = profiles;
        this.blockList = blockList;
        this.apart = apart;
        log.onShare(seq -> share(shareService, seq));
        log.onPin(id -> deeds.pin(open(), id), id -> deeds.unpin(open(), id));
        log.onForward(id -> deeds.forward(open(), id));
        log.onSave(id -> deeds.save(open(), id));
        log.onVersions(id -> deeds.versions(open(), id));
        log.onPerson(id -> people.open(open().actor(), open().slug(), new AccountId(UUID.fromString(id))));
        var join = new NativeButton(getTranslation("join.button"), click -> join());
        join.addClassNames("button", "primary");
        joinBar.add(new Span(getTranslation("join.text")), join);
        joinBar.addClassName("join-bar");
        var pane = new Div(head, requests, pins, log, typingIndicator, composer, draftSync, apart, joinBar);
        pane.addClassName("conversation-pane");
        addClassName("conversation");
        add(pane, details);
        apart.onChange(this::regroup);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("space").orElseThrow();
        Actor actor = spaces.enter(SignedIn.required().account(), slug);
        var wanted = new OpenChat(
                actor, slug, ChatId.parse(event.getRouteParameters().get("chat").orElseThrow()));
        focus = focus(event);
        if (!wanted.equals(open)) {
            Chat chat = chats.visible(actor, wanted.chat());
            open = wanted;
            typingIndicator.open();
            show(chat);
            details.show(wanted, chat);
            requests.show(wanted);
            pins.show(wanted);
            if (isAttached()) {
                load();
            }
            focusComposer();
        } else if (focus != null) {
            load();
        }
    }

    /** The number of the message that the address names, if any. */
    private static @Nullable Long focus(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(Addresses.MESSAGE)
                .filter(number -> number.matches("[0-9]{1,15}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    /** Not where that would bring up a keyboard over the conversation. */
    private void focusComposer() {
        composer.getElement().executeJs("if (!matchMedia('(hover: none) and (pointer: coarse)').matches) this.focus()");
    }

    private OpenChat open() {
        return Objects.requireNonNull(open, "no chat was entered");
    }

    private void show(Chat chat) {
        Actor actor = open().actor();
        title = rows.title(actor.account(), chat, getLocale());
        head.show(open().slug(), chat, title, rows.colourOf(actor.account(), chat), rows.other(actor.account(), chat));
        boolean in = chat.has(actor.account());
        head.tell(in ? chats.membership(actor, chat.id()).muting().at(clock.instant()) : NotificationSetting.NONE);
        boolean silenced = chats.isSilenced(actor, chat);
        apart.setVisible(false);
        if (silenced) {
            apart.show(actor.account(), chat.other(actor.account()));
        }
        composer.setVisible(in && !silenced);
        typingIndicator.setVisible(in && !silenced);
        joinBar.setVisible(!in);
    }

    /** Tells the browser what is open; again when it is called otherwise. */
    private void name() {
        var chat = new Conversation(
                open().actor().account().toString(),
                profiles.getById(open().actor().account()).name(),
                open().actor().space().toString(),
                open().chat().toString(),
                title,
                pins.mayPin(),
                false,
                Addresses.media(open().slug()),
                folded());
        log.open(chat);
        composer.open(chat);
        if (composer.isVisible()) {
            draftSync.open(chat, draftService.draft(open().actor(), open().chat()));
        }
    }

    /** Whose messages stand folded where others talk, too. */
    private List<String> folded() {
        Actor actor = open().actor();
        boolean two = chats.visible(actor, open().chat()).kind() == Chat.Kind.PRIVATE;
        return two
                ? List.of()
                : blockList.blockedIds(actor.account()).stream()
                        .map(AccountId::toString)
                        .toList();
    }

    private void load() {
        name();
        Long wanted = focus;
        focus = null; // asked for once; whoever reloads later reads on where they are
        try {
            log.reset(presenter.window(open().actor(), open().chat(), wanted));
        } catch (UnavailableException later) {
            log.fail();
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
        pins.show(open());
        load();
    }

    /** The person and others are kept apart, or no longer. */
    private void regroup() {
        if (open != null) {
            refresh();
            pins.show(open);
        }
    }

    private void refresh() {
        try {
            Chat present = chats.visible(open().actor(), open().chat());
            show(present);
            name();
            details.refresh(present);
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
        MessageLog.Changes changes =
                presenter.changes(open().actor(), chat, ours, events.getLast().position());
        if (!changes.isEmpty()) {
            log.apply(changes);
            if (pins.changed(ours)) {
                details.pinsChanged();
            }
        }
        typingIndicator.said(ours);
        ours.stream()
                .filter(ReadMarkerMoved.class::isInstance)
                .forEach(moved ->
                        head.tell(((ReadMarkerMoved) moved).state().muting().at(clock.instant())));
        if (ours.stream().anyMatch(ChatGone.class::isInstance)) {
            leave();
        } else if (ours.stream().anyMatch(ChatChanged.class::isInstance)) {
            refresh();
        }
    }

    @Override
    public boolean listensTo(ChatId chat) {
        OpenChat present = open;
        return present != null && present.chat().equals(chat);
    }

    @Override
    public void hear(Signal signal) {
        if (signal instanceof Typing someone && listensTo(signal.chat())) {
            String name = profiles.getById(someone.account()).name();
            typingIndicator.show(someone.account().toString(), name);
        } else if (signal instanceof DraftWritten written && listensTo(signal.chat())) {
            draftSync.came(written.draft());
        }
    }

    private long keep(String chat, String text, long at) {
        SavedDraft kept = draftService.save(open().actor(), ChatId.parse(chat), text, Instant.ofEpochMilli(at));
        return kept.writtenAt().toEpochMilli();
    }

    private void write() {
        typing.type(open().actor(), open().chat());
    }

    private void leave() {
        getUI().ifPresent(ui -> {
            ui.navigate(Addresses.space(open().slug()));
            Toast.show(getTranslation("chat.gone", title));
        });
    }

    private void share(ShareService shareService, long seq) {
        boolean isPublic = chats.visible(open().actor(), open().chat()).kind() == Chat.Kind.PUBLIC;
        new ShareDialog(open(), isPublic, seq, shareService).open();
    }

    private void join() {
        show(chats.join(open().actor(), open().chat()));
        focusComposer();
    }

    private Composer.Delivery send(String chat, Composer.Outgoing outgoing) {
        return presenter.send(open().actor(), chat, outgoing, getLocale());
    }

    @Override
    public String getPageTitle() {
        return title + " · Charla";
    }

    /** The conversation's own questions, about the chat that is open. */
    private final class LogSource implements MessageLog.Source {

        @Override
        public void reload() {
            load();
        }

        @Override
        public MessageLog.Page older(long beforeSeq) {
            return presenter.older(open().actor(), open().chat(), beforeSeq);
        }

        @Override
        public MessageLog.Page newer(long afterSeq) {
            return presenter.newer(open().actor(), open().chat(), afterSeq);
        }

        @Override
        public MessageLog.Surroundings around(long seq) {
            return presenter.around(open().actor(), open().chat(), seq);
        }

        @Override
        public void read(long seq) {
            presenter.read(open().actor(), open().chat(), seq);
        }

        @Override
        public void unread(long seq) {
            presenter.unread(open().actor(), open().chat(), seq);
        }

        @Override
        public MessageLog.Answer edit(long id, String text, long version) {
            return presenter.edit(open().actor(), open().chat(), id, text, version, getLocale());
        }

        @Override
        public MessageLog.Answer remove(long id) {
            return presenter.remove(open().actor(), open().chat(), id, getLocale());
        }

        @Override
        public MessageLog.Answer removePreview(long id) {
            return presenter.removePreview(open().actor(), open().chat(), id, getLocale());
        }

        @Override
        public MessageLog.Answer undoRemove(long id) {
            return presenter.undoRemove(open().actor(), open().chat(), id, getLocale());
        }

        @Override
        public MessageLog.Answer react(long id, String emoji, boolean on) {
            return presenter.react(open().actor(), open().chat(), id, emoji, on, getLocale());
        }

        @Override
        public MessageLog.Changes since(long position) {
            return presenter.since(open().actor(), open().chat(), position).orElseGet(() -> {
                MessageLog.Window window = presenter.window(open().actor(), open().chat(), null);
                log.reset(window);
                return new MessageLog.Changes(List.of(), List.of(), window.position(), List.of());
            });
        }
    }
}
