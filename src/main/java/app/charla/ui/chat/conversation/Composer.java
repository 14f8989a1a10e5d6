package app.charla.ui.chat.conversation;

import app.charla.ui.Labels;
import app.charla.ui.chat.Conversation;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The composer of messages, drawn in the browser by {@code <charla-composer>}. The text being typed never becomes state
 * on the server. A finished message is kept in the browser's outbox until the {@link Sender} has confirmed it, through
 * reloads, lost connections and restarts, and is sent again with the same {@code clientId} after every failure: the
 * sender must treat a repeated {@code clientId} as the same message.
 *
 * <p>The composer also sends the messages that other chats of the same account and space left in the outbox.
 *
 * <p>The message log and the composer of one page find each other in the browser; the view only opens both with the same
 * {@link Conversation}.
 */
@Tag("charla-composer")
@JsModule("./composer/composer.ts")
@NpmPackage(value = "tus-js-client", version = "4.3.1")
public final class Composer extends Component implements HasSize, HasStyle, Focusable<Composer>, LocaleChangeObserver {

    private static final List<String> LABELS = List.of("composer.", "camera.", "media.", "voice.");

    private final Sender sender;
    private final MentionSource mentionSource;
    private final CommandHandler commandHandler;
    private final Limits limits;
    private @Nullable Conversation conversation;

    /** Creates a composer that passes finished messages to the given sender. */
    public Composer(Sender sender, MentionSource mentionSource, CommandHandler commandHandler, Limits limits) {
        this.sender = sender;
        this.mentionSource = mentionSource;
        this.commandHandler = commandHandler;
        this.limits = limits;
    }

    /** Opens a conversation and restores its draft. */
    public void open(Conversation conversation) {
        this.conversation = conversation;
        getElement().callJsFunction("open", conversation);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().callJsFunction("setLimits", limits);
        // A call made before the first attachment waits for it; on later ones the browser has a new, empty element.
        if (conversation != null && !event.isInitialAttach()) {
            getElement().callJsFunction("open", conversation);
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    @ClientCallable
    @AllowInert
    private SendResult send(String chat, OutgoingMessage outgoing) {
        return sender.send(chat, outgoing);
    }

    @ClientCallable
    private List<MentionSource.Candidate> offer(String typed) {
        return mentionSource.candidates(typed);
    }

    @ClientCallable
    private MentionSource.MentionWarning consider(String text) {
        return mentionSource.check(text);
    }

    @ClientCallable
    private void bringIn(List<String> people) {
        mentionSource.addMembers(people);
    }

    @ClientCallable
    private CommandHandler.Outcome carryOut(String command, String arguments) {
        return commandHandler.execute(command, arguments);
    }

    /** The sender of finished messages: the view's side of this element. */
    @FunctionalInterface
    public interface Sender extends Serializable {

        /**
         * Sends a message to a chat, which need not be the open one. Runs in the UI's thread. An exception means the same as
         * {@link SendResult#retry}.
         */
        SendResult send(String chat, OutgoingMessage outgoing);
    }

    /**
     * A message to be sent.
     *
     * @param clientId made by the browser when the person pressed send; repeated after a failure
     * @param replyTo the id of the message that it replies to
     * @param media the ids of its attachments, which are uploaded already
     */
    public record OutgoingMessage(
            String clientId, String text, @Nullable Long replyTo, List<String> media) implements Serializable {}

    /**
     * The limits of the attachments of a message.
     *
     * @param files the maximum number
     * @param bytes the maximum size of each
     */
    public record Limits(int files, long bytes) implements Serializable {}

    /**
     * The result of sending a message.
     *
     * @param status {@code sent}, {@code wait}, {@code retry} or {@code refused}
     * @param seq the {@code seq} of the message, if sent
     * @param seconds the time to wait before the next try, if {@code wait}
     * @param reason a sentence for the person, if refused
     */
    public record SendResult(
            String status, long seq, long seconds, @Nullable String reason) implements Serializable {

        /** The message is stored durably, now or by an earlier try. */
        public static SendResult sent(long seq) {
            return new SendResult("sent", seq, 0, null);
        }

        /** The rate limit is exceeded: the browser counts down and tries again by itself. */
        public static SendResult rateLimited(long seconds) {
            return new SendResult("wait", 0, seconds, null);
        }

        /** The message could not be stored now; the browser tries again by itself. */
        public static SendResult retry() {
            return new SendResult("retry", 0, 0, null);
        }

        /** The message cannot be stored as it is. The person sees the reason and may copy, retry or discard the text. */
        public static SendResult refused(String reason) {
            return new SendResult("refused", 0, 0, reason);
        }
    }
}
