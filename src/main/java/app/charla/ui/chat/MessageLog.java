package app.charla.ui.chat;

import app.charla.ui.Labels;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message log of a conversation, drawn in the browser by {@code <charla-message-log>}. The server keeps no message of
 * it: the browser holds a bounded window, asks the {@link MessageLogSource} for older and newer pages, and reports how
 * far the person has read.
 *
 * <p>Use: construct with a source, {@link #open} a conversation, {@link #reset} it with a first window, then {@link #apply}
 * the events of the journal. Subscribe before loading, so that nothing falls in between; the browser ignores what it has
 * already (by id and version), and loads missing messages itself when it sees a gap in {@code seq}.
 *
 * <p>Every 25 s, and whenever the page wakes up, the browser calls {@link MessageLogSource#changesSince} with the journal
 * position it has reached. That is the safety net under the push channel, so the answer must come from the journal and
 * not from what was pushed.
 *
 * <p>An element that is taken out of the page and put back is empty again: {@link #reset} it then.
 *
 * <p>All methods, and those of the source, run in the UI's thread with its session locked. An exception thrown by a
 * source's method is shown to the person as a failure with a button to try again; it should not be one that the session's
 * error handler turns into a dialog.
 *
 * @see <a href="../../../../../../docs/decisions/041-conversation-and-composer-as-lit-elements.md">decision 041</a>
 */
@Tag("charla-message-log")
@JsModule("./conversation/message-log.ts")
@NpmPackage(value = "@panzoom/panzoom", version = "4.6.2")
@NpmPackage(value = "emoji-picker-element", version = "1.29.1")
@NpmPackage(value = "emoji-picker-element-data", version = "1.8.0")
@NpmPackage(value = "lowlight", version = "3.3.0")
@NpmPackage(value = "markdown-it", version = "15.0.3")
public final class MessageLog extends Component implements HasSize, HasStyle, LocaleChangeObserver {

    private static final List<String> LABELS =
            Labels.withAttachments("log.", "media.cancel", "media.sending", "media.summary.");

    private final MessageLogSource source;
    private @Nullable Conversation conversation;

    /** Creates a message log that loads from, and reports to, the given source. */
    public MessageLog(MessageLogSource source) {
        this.source = source;
    }

    /** Opens a conversation and shows its loading state until {@link #reset} is called with its messages. */
    public void open(Conversation conversation) {
        this.conversation = conversation;
        getElement().callJsFunction("open", conversation);
    }

    /** Replaces everything shown with this window and scrolls to {@code focusSeq}, the first unread message or the end. */
    public void reset(MessageLogData.Window window) {
        getElement().callJsFunction("reset", window);
    }

    /** Applies committed changes in one update. Repeats and older versions are ignored. */
    public void apply(MessageLogData.Changes changes) {
        getElement().callJsFunction("apply", changes);
    }

    /** Shows that the first window could not be loaded; a button to try again calls {@link MessageLogSource#reload}. */
    public void fail() {
        getElement().callJsFunction("fail");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // A call made before the first attachment waits for it; on later ones the browser has a new, empty element.
        if (conversation != null && !event.isInitialAttach()) {
            getElement().callJsFunction("open", conversation);
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    /** Handles the command to share a message by a link; the handler receives its {@code seq}. */
    public void onShare(SerializableConsumer<Long> handler) {
        on("charla-share", "event.detail.seq", handler);
    }

    /** Handles the commands to pin and unpin a message; the handlers receive its id. */
    public void onPin(SerializableConsumer<Long> pin, SerializableConsumer<Long> unpin) {
        on("charla-pin", "event.detail.id", pin);
        on("charla-unpin", "event.detail.id", unpin);
    }

    /** Handles the command to forward a message; the handler receives its id. */
    public void onForward(SerializableConsumer<Long> handler) {
        on("charla-forward", "event.detail.id", handler);
    }

    /** Handles the command to save a message; the handler receives its id. */
    public void onSave(SerializableConsumer<Long> handler) {
        on("charla-save", "event.detail.id", handler);
    }

    /** Handles the command to show earlier versions of a message; the handler receives its id. */
    public void onVersions(SerializableConsumer<Long> handler) {
        on("charla-versions", "event.detail.id", handler);
    }

    private void on(String type, String detail, SerializableConsumer<Long> handler) {
        getElement()
                .addEventListener(
                        type,
                        event ->
                                handler.accept(event.getEventData().path(detail).asLong(0)))
                .addEventData(detail);
    }

    /** Handles a click on the sender of a message; the handler receives the sender's id. */
    public void onPerson(SerializableConsumer<String> handler) {
        getElement()
                .addEventListener(
                        "charla-person",
                        event -> handler.accept(
                                event.getEventData().path("event.detail.id").asString("")))
                .addEventData("event.detail.id");
    }

    @ClientCallable
    @AllowInert
    private void reload() {
        source.reload();
    }

    @ClientCallable
    @AllowInert
    private MessageLogData.Page loadOlder(long beforeSeq) {
        return source.older(beforeSeq);
    }

    @ClientCallable
    @AllowInert
    private MessageLogData.Page loadNewer(long afterSeq) {
        return source.newer(afterSeq);
    }

    @ClientCallable
    @AllowInert
    private MessageLogData.Surroundings loadAround(long seq) {
        return source.around(seq);
    }

    @ClientCallable
    @AllowInert
    private void read(long seq) {
        source.markRead(seq);
    }

    @ClientCallable
    @AllowInert
    private void unread(long seq) {
        source.markUnread(seq);
    }

    @ClientCallable
    @AllowInert
    private MessageLogData.Answer edit(long id, String text, long version) {
        return source.edit(id, text, version);
    }

    @ClientCallable
    @AllowInert
    private MessageLogData.Answer remove(long id) {
        return source.remove(id);
    }

    @ClientCallable
    @AllowInert
    private MessageLogData.Answer removePreview(long id) {
        return source.removePreview(id);
    }

    @ClientCallable
    @AllowInert
    private MessageLogData.Answer undoRemove(long id) {
        return source.undoRemove(id);
    }

    @ClientCallable
    @AllowInert
    private MessageLogData.Answer react(long id, String emoji, boolean on) {
        return source.react(id, emoji, on);
    }

    @ClientCallable
    @AllowInert
    private MessageLogData.Changes heartbeat(long position) {
        return source.changesSince(position);
    }
}
