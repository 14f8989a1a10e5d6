package app.charla.ui.chat.conversation;

import app.charla.core.AccountId;
import app.charla.core.LiveEvent;
import app.charla.media.UploadService;
import app.charla.presence.DraftWritten;
import app.charla.presence.Typing;
import app.charla.realtime.Signal;
import app.charla.ui.chat.Conversation;
import app.charla.ui.chat.MessageLog;
import app.charla.ui.chat.MessageLogData;
import app.charla.ui.chat.OpenChat;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The pane of the open conversation: its head, the bars for share requests and pins, the message log, and the composer or
 * what stands in place of it. It decides nothing about the chat; {@link ConversationView} says what to show.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ConversationPane extends Div {

    private final ConversationHead head;
    private final ShareRequestBar requests;
    private final PinBar pins;
    private final MessageLog log;
    private final TypingIndicator typing;
    private final Composer composer;
    private final DraftSync drafts;
    private final BlockedBar blocked;
    private final RefusalBar refusal;
    private final Div joinBar = new Div();
    private final Span joinText = new Span();
    private @Nullable OpenChat open;
    private Command details = () -> {};
    private Command reload = () -> {};
    private Command join = () -> {};
    private Command unarchive = () -> {};

    ConversationPane(
            ConversationPresenter presenter,
            MessageCommands messageCommands,
            MentionSupport mentions,
            SlashCommands slashCommands,
            UploadService uploads,
            ShareRequestBar requests,
            PinBar pins,
            TypingIndicator typing,
            DraftSync drafts,
            BlockedBar blocked) {
        this.head = new ConversationHead(() -> details.execute());
        this.requests = requests;
        this.pins = pins;
        this.typing = typing;
        this.drafts = drafts;
        this.blocked = blocked;
        log = new MessageLog(presenter.in(this::open, () -> reload.execute(), this::reset));
        messageCommands.bind(log, this::open);
        composer = new Composer(
                (chat, outgoing) -> presenter.send(open().actor(), chat, outgoing, getLocale()),
                mentions.in(this::open),
                slashCommands.in(this::open),
                new Composer.Limits(uploads.maxFiles(), uploads.maxSize()));
        refusal = new RefusalBar(() -> unarchive.execute());
        var joinButton = new NativeButton(getTranslation("join.button"), click -> join.execute());
        joinButton.addClassNames("button", "primary");
        joinBar.add(joinText, joinButton);
        joinBar.addClassName("join-bar");
        addClassName("conversation-pane");
        add(head, requests, pins, log, typing, composer, drafts, blocked, refusal, joinBar);
    }

    /** Handles a click on the button that opens the details. */
    void onDetails(Command handler) {
        details = handler;
    }

    /** Handles the person's request to load the first window again. */
    void onReload(Command handler) {
        reload = handler;
    }

    /** Handles a click on the button that joins the chat. */
    void onJoin(Command handler) {
        join = handler;
    }

    /** Handles a click on the button that unarchives the chat. */
    void onUnarchive(Command handler) {
        unarchive = handler;
    }

    /** Handles a change of the blocks that concern the person. */
    void onBlocksChange(Command handler) {
        blocked.onChange(handler);
    }

    ConversationHead head() {
        return head;
    }

    void focusDetails() {
        head.focusDetails();
    }

    /** Focuses the composer, but not on devices where that would bring up a keyboard over the conversation. */
    void focusComposer() {
        composer.getElement().executeJs("if (!matchMedia('(hover: none) and (pointer: coarse)').matches) this.focus()");
    }

    private OpenChat open() {
        return Objects.requireNonNull(open, "no chat was entered");
    }

    /** Switches to another chat. */
    void enter(OpenChat chat) {
        open = chat;
        typing.enter(chat);
    }

    /** Shows the share requests and the pinned messages of the chat. */
    void showBars() {
        requests.show(open());
        showPins();
    }

    void showPins() {
        pins.show(open());
    }

    boolean mayPin() {
        return pins.mayPin();
    }

    /**
     * Shows the composer, or what stands in place of it.
     *
     * @param title the chat's title
     */
    void showInput(String title, PostingState.State state) {
        AccountId silencedBy = state.silencedBy();
        blocked.setVisible(false);
        refusal.setVisible(false);
        if (silencedBy != null) {
            blocked.show(open().actor().account(), silencedBy);
        }
        if (state.refusal() != null) {
            refusal.show(state.refusal(), state.mayUnarchive());
        }
        boolean mayWrite = state.joined() && silencedBy == null && state.refusal() == null;
        composer.setVisible(mayWrite);
        typing.setVisible(mayWrite);
        joinText.setText(getTranslation("join.text", title));
        joinBar.setVisible(!state.joined() && state.refusal() == null);
    }

    /** Opens the conversation in the browser, with the draft if the person may write. */
    void open(Conversation conversation) {
        log.open(conversation);
        composer.open(conversation);
        if (composer.isVisible()) {
            drafts.open(open(), conversation);
        }
    }

    void reset(MessageLogData.Window window) {
        log.reset(window);
    }

    void fail() {
        log.fail();
    }

    /**
     * Applies changes to the message log and the pinned messages.
     *
     * @return whether pinned messages are affected
     */
    boolean apply(MessageLogData.Changes changes, List<LiveEvent> events) {
        log.apply(changes);
        return pins.refreshIfAffected(events);
    }

    /** Removes the senders of new messages from the typing indicator. */
    void removeTyping(List<LiveEvent> events) {
        typing.removeSenders(events);
    }

    /** Shows a signal of the open chat: somebody is typing, or the person's draft changed on another device. */
    void onSignal(Signal signal) {
        if (signal instanceof Typing started) {
            typing.show(started.account());
        } else if (signal instanceof DraftWritten written) {
            drafts.applyRemote(written.draft());
        }
    }
}
