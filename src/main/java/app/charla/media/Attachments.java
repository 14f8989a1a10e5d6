package app.charla.media;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.storage.SpaceTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links uploaded media to messages. Used inside the transactions that write those messages. */
@Component
public class Attachments {

    /** The position of a message: its chat, id and seq. */
    public record MessagePosition(ChatId chat, MessageId message, long seq) {}

    private static final String FIELD = "media";

    private final MediaRepository media;
    private final MediaCleanup mediaCleanup;
    private final MediaProperties settings;

    Attachments(MediaRepository media, MediaCleanup mediaCleanup, MediaProperties settings) {
        this.media = media;
        this.mediaCleanup = mediaCleanup;
        this.settings = settings;
    }

    /**
     * Returns the sender's unsent uploads, in the order asked for.
     *
     * @throws InvalidException if there are too many, or one does not exist, is another account's, or was sent before
     */
    public List<Attachment> requireUploaded(AccountId sender, List<MediaId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        if (ids.size() > settings.maxFiles()) {
            throw new InvalidException(FIELD, "media.files", settings.maxFiles());
        }
        List<UUID> values = ids.stream().map(MediaId::value).distinct().toList();
        Map<UUID, Attachment> found = new HashMap<>();
        media.findByIdIn(values).stream()
                .filter(each -> each.isUploadedBy(sender))
                .map(MediaEntity::toAttachment)
                .forEach(each -> found.put(each.id().value(), each));
        media.findAttached(values).forEach(found::remove);
        if (found.size() < ids.size()) {
            throw new InvalidException(FIELD, "media.unknown");
        }
        return values.stream().map(found::get).toList();
    }

    /** Stores the attachments of a message in the running transaction. */
    public void attach(SpaceTransaction transaction, MessagePosition in, List<Attachment> attachments) {
        int place = 0;
        for (Attachment each : attachments) {
            transaction.persist(new AttachmentEntity(in, place++, each));
        }
    }

    /** Removes the attachments of a message; media no longer attached anywhere is deleted after the undo time. */
    public void detach(SpaceTransaction transaction, MessageId message, List<Attachment> attachments) {
        if (!attachments.isEmpty()) {
            media.detach(message.value());
            List<MediaId> ids = attachments.stream().map(Attachment::id).toList();
            transaction.afterCommit(() -> mediaCleanup.removeAfterUndo(transaction.space(), ids));
        }
    }
}
