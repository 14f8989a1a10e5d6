package app.charla.ui.chat.conversation;

import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.message.ForwardService;
import app.charla.message.MessageService;
import app.charla.message.PinService;
import app.charla.message.SavedMessages;
import app.charla.ui.FailureText;
import app.charla.ui.chat.ChatList;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.UI;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people do with messages that are not theirs alone to change. Shared by all tabs; keeps nothing. */
@Component
class MessageCommands {

    private final MessageService messages;
    private final PinService pins;
    private final SavedMessages saved;
    private final ForwardService forwards;
    private final ChatRowMapper rows;

    MessageCommands(
            MessageService messages,
            PinService pins,
            SavedMessages saved,
            ForwardService forwards,
            ChatRowMapper rows) {
        this.messages = messages;
        this.pins = pins;
        this.saved = saved;
        this.forwards = forwards;
        this.rows = rows;
    }

    void pin(OpenChat open, long id) {
        attempt(() -> pins.pin(open.actor(), open.chat(), new MessageId(id)));
    }

    void unpin(OpenChat open, long id) {
        attempt(() -> pins.unpin(open.actor(), open.chat(), new MessageId(id)));
    }

    void save(OpenChat open, long id) {
        attempt(() -> {
            saved.save(open.actor(), open.chat(), new MessageId(id));
            Toast.show(UI.getCurrent().getTranslation("saved.done"));
        });
    }

    void forward(OpenChat open, long id) {
        List<ChatList.Row> chats =
                rows.all(open.actor(), open.slug(), UI.getCurrent().getLocale());
        new ForwardDialog(open, new MessageId(id), chats, forwards).open();
    }

    void versions(OpenChat open, long id) {
        var message = new MessageId(id);
        attempt(() -> new VersionsDialog(
                        messages.message(open.actor(), open.chat(), message),
                        messages.versions(open.actor(), open.chat(), message))
                .open());
    }

    /** What may not be done is said. */
    private static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (ForbiddenException | InvalidException | NotFoundException refused) {
            Toast.show(FailureText.text(refused, UI.getCurrent().getLocale()));
        }
    }
}
