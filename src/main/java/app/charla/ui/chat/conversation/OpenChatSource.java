package app.charla.ui.chat.conversation;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.ui.chat.MessageLogData;
import app.charla.ui.chat.MessageLogSource;
import app.charla.ui.chat.OpenChat;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import java.util.Locale;

/** The message log's source for the chat that a tab has open: asks the presenter on behalf of the person. */
final class OpenChatSource implements MessageLogSource {

    private final transient ConversationPresenter presenter;
    private final transient MessageSender sender;
    private final SerializableSupplier<OpenChat> open;
    private final SerializableRunnable reload;
    private final SerializableConsumer<MessageLogData.Window> reset;

    OpenChatSource(
            ConversationPresenter presenter,
            MessageSender sender,
            SerializableSupplier<OpenChat> open,
            SerializableRunnable reload,
            SerializableConsumer<MessageLogData.Window> reset) {
        this.presenter = presenter;
        this.sender = sender;
        this.open = open;
        this.reload = reload;
        this.reset = reset;
    }

    private Actor actor() {
        return open.get().actor();
    }

    private ChatId chat() {
        return open.get().chat();
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    @Override
    public void reload() {
        reload.run();
    }

    @Override
    public MessageLogData.Page older(long beforeSeq) {
        return presenter.older(actor(), chat(), beforeSeq);
    }

    @Override
    public MessageLogData.Page newer(long afterSeq) {
        return presenter.newer(actor(), chat(), afterSeq);
    }

    @Override
    public MessageLogData.Surroundings around(long seq) {
        return presenter.around(actor(), chat(), seq);
    }

    @Override
    public void markRead(long seq) {
        presenter.markRead(actor(), chat(), seq);
    }

    @Override
    public void markUnread(long seq) {
        presenter.markUnread(actor(), chat(), seq);
    }

    @Override
    public MessageLogData.Answer edit(long id, String text, long version) {
        return sender.edit(actor(), chat(), id, text, version, locale());
    }

    @Override
    public MessageLogData.Answer remove(long id) {
        return sender.remove(actor(), chat(), id, locale());
    }

    @Override
    public MessageLogData.Answer removePreview(long id) {
        return sender.removePreview(actor(), chat(), id, locale());
    }

    @Override
    public MessageLogData.Answer undoRemove(long id) {
        return sender.undoRemove(actor(), chat(), id, locale());
    }

    @Override
    public MessageLogData.Answer react(long id, String emoji, boolean on) {
        return sender.react(actor(), chat(), id, emoji, on, locale());
    }

    @Override
    public MessageLogData.Changes changesSince(long position) {
        try {
            return presenter.changesSince(actor(), chat(), position).orElseGet(() -> {
                MessageLogData.Window window = presenter.window(actor(), chat(), null);
                reset.accept(window);
                return unchanged(window.position());
            });
        } catch (NotFoundException gone) {
            return unchanged(position); // the event that says so leads the tab away
        }
    }

    private static MessageLogData.Changes unchanged(long position) {
        return new MessageLogData.Changes(List.of(), List.of(), position, List.of());
    }
}
