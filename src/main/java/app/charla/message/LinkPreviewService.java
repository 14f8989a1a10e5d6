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
 * Link previews of messages. They are stored with the message, so that readers' browsers never request the page.
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

    /**
     * Adds a fetched preview, without an actor; does nothing if the message links elsewhere by now or its sender
     * removed the preview.
     */
    public void add(SpaceId space, Message message, LinkPreview found) {
        store.<Boolean>write(space, transaction -> {
            messages.findByIdAndChatId(message.id().value(), message.chat().value())
                    .filter(entity -> stillLinksTo(entity.toMessage(), found))
                    .ifPresent(entity -> add(transaction, entity, found));
            return true;
        });
    }

    private boolean stillLinksTo(Message present, LinkPreview found) {
        return !present.deleted()
                && FirstLink.find(present.text()).equals(FirstLink.normalize(found.address()))
                && !previews.existsById(present.id().value());
    }

    private void add(SpaceTransaction transaction, MessageEntity entity, LinkPreview found) {
        Message message = entity.toMessage();
        transaction.persist(new LinkPreviewEntity(message.id(), found));
        entity.addPreview(found);
        MessageChanged.publishAttached(
                transaction, entity.toMessage(), chats.audience(transaction.space(), message.chat()));
    }

    /**
     * Removes the preview of the actor's own message for good; does nothing if it has none.
     *
     * @return the message as it is now
     * @throws NotFoundException if the actor may not see the chat, or there is no such message
     * @throws app.charla.core.ForbiddenException if the message is another account's, or the chat is archived
     */
    public Message remove(Actor actor, ChatId id, MessageId message) {
        Chat chat = chats.changeable(actor, id);
        return store.write(actor.space(), transaction -> {
            chats.changeable(actor, id);
            MessageEntity entity =
                    messages.findByIdAndChatId(message.value(), id.value()).orElseThrow(NotFoundException::new);
            Optional<LinkPreviewEntity> shown =
                    entity.toMessage().preview() == null ? Optional.empty() : previews.findById(message.value());
            entity.requireOwn(actor.account());
            if (shown.isEmpty()) {
                return entity.toMessage();
            }
            shown.get().remove();
            entity.removePreview();
            return MessageChanged.publishAttached(transaction, entity.toMessage(), chat.audience());
        });
    }
}
