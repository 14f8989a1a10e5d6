package app.charla.ui.chat.conversation;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.message.ForwardService;
import app.charla.message.MessageHistory;
import app.charla.message.PinService;
import app.charla.message.SavedMessages;
import app.charla.share.ShareService;
import app.charla.ui.FailureText;
import app.charla.ui.chat.ChatList;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.chat.MessageLog;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.people.PersonCards;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The commands of the message log that open a dialog or act on others' messages. Shared by all tabs; keeps no state. */
@Component
class MessageCommands {

    private final ChatService chats;
    private final MessageHistory history;
    private final PinService pins;
    private final SavedMessages saved;
    private final ForwardService forwards;
    private final ShareService shareService;
    private final ChatRowMapper rows;
    private final PersonCards people;

    MessageCommands(
            ChatService chats,
            MessageHistory history,
            PinService pins,
            SavedMessages saved,
            ForwardService forwards,
            ShareService shareService,
            ChatRowMapper rows,
            PersonCards people) {
        this.chats = chats;
        this.history = history;
        this.pins = pins;
        this.saved = saved;
        this.forwards = forwards;
        this.shareService = shareService;
        this.rows = rows;
        this.people = people;
    }

    /** Carries out the commands of a message log in the chat that a tab has open. */
    void bind(MessageLog log, SerializableSupplier<OpenChat> open) {
        log.onShare(seq -> share(open.get(), seq));
        log.onPin(id -> pin(open.get(), id), id -> unpin(open.get(), id));
        log.onForward(id -> forward(open.get(), id));
        log.onSave(id -> save(open.get(), id));
        log.onVersions(id -> showVersions(open.get(), id));
        log.onPerson(id -> showPerson(open.get(), new AccountId(UUID.fromString(id))));
    }

    private void share(OpenChat open, long seq) {
        boolean isPublic = chats.visible(open.actor(), open.chat()).kind() == Chat.Kind.PUBLIC;
        new ShareDialog(open, isPublic, seq, shareService).open();
    }

    private void pin(OpenChat open, long id) {
        attempt(() -> pins.pin(open.actor(), open.chat(), new MessageId(id)));
    }

    private void unpin(OpenChat open, long id) {
        attempt(() -> pins.unpin(open.actor(), open.chat(), new MessageId(id)));
    }

    private void save(OpenChat open, long id) {
        attempt(() -> {
            saved.save(open.actor(), open.chat(), new MessageId(id));
            Toast.show(UI.getCurrent().getTranslation("saved.done"));
        });
    }

    private void forward(OpenChat open, long id) {
        List<ChatList.Row> chatRows =
                rows.rows(open.actor(), open.slug(), UI.getCurrent().getLocale());
        new ForwardDialog(open, new MessageId(id), chatRows, forwards).open();
    }

    private void showVersions(OpenChat open, long id) {
        var message = new MessageId(id);
        attempt(() -> new VersionsDialog(
                        history.message(open.actor(), open.chat(), message),
                        history.versions(open.actor(), open.chat(), message))
                .open());
    }

    private void showPerson(OpenChat open, AccountId person) {
        people.open(open.actor(), open.slug(), person);
    }

    /** Runs a command, and shows a refusal as a toast. */
    private static void attempt(Runnable command) {
        try {
            command.run();
        } catch (ForbiddenException | InvalidException | NotFoundException refused) {
            Toast.show(FailureText.text(refused, UI.getCurrent().getLocale()));
        }
    }
}
