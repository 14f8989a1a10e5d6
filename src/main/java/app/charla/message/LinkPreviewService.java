package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * What stands under messages about the page that they link to. It is kept with the message, so that no reader's browser
 * asks at that page.
 *
 * @see <a href="../../../../../docs/decisions/033-link-previews.md">decision 033</a>
 */
@Service
public class LinkPreviewService {

    private final SpaceStore store;
    private final ChatService chats;
    private final MessageRepository messages;
    private final LinkPreviewRepository previews;

    LinkPreviewService(
            SpaceStore store, ChatService chats, MessageRepository messages, LinkPreviewRepository previews) {
        this.store = store;
        this.chats = chats;
        this.messages = messages;
        this.previews = previews;
    }

    /** Shows what was found, by the house itself, unless the message says something else by now or its sender wants none. */
    public void add(SpaceId space, Message said, LinkPreview found) {
        store.<Boolean>write(space, transaction -> {
            messages.findByIdAndChatId(said.id().value(), said.chat().value())
                    .filter(line -> stillLinksTo(line.toMessage(), found))
                    .ifPresent(line -> add(transaction, line, found));
            return true;
        });
    }

    private boolean stillLinksTo(Message present, LinkPreview found) {
        return !present.deleted()
                && FirstLink.find(present.text()).equals(FirstLink.normalize(found.address()))
                && !previews.existsById(present.id().value());
    }

    private void add(SpaceTransaction transaction, MessageEntity line, LinkPreview found) {
        Message message = line.toMessage();
        transaction.persist(new LinkPreviewEntity(message.id(), found));
        line.addPreview(found);
        MessageChanged.publish(transaction, line.toMessage(), chats.audience(transaction.space(), message.chat()));
    }

    /**
     * Takes the preview of one's own message away, for good; of one that has none nothing changes.
     *
     * @return the message as it is now
     * @throws NotFoundException if the actor may not see the chat, or there is no such message
     * @throws app.charla.core.ForbiddenException if it is somebody else's
     */
    public Message remove(Actor actor, ChatId id, MessageId message) {
        Chat chat = chats.visible(actor, id);
        return store.write(actor.space(), transaction -> {
            MessageEntity line =
                    messages.findByIdAndChatId(message.value(), id.value()).orElseThrow(NotFoundException::new);
            Optional<LinkPreviewEntity> shown =
                    line.toMessage().preview() == null ? Optional.empty() : previews.findById(message.value());
            line.requireOwn(actor.account());
            if (shown.isEmpty()) {
                return line.toMessage();
            }
            shown.get().remove();
            line.removePreview();
            return MessageChanged.publish(transaction, line.toMessage(), chat.audience());
        });
    }
}
