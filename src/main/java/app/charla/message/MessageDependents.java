package app.charla.message;

import app.charla.media.Attachments;
import app.charla.storage.SpaceTransaction;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What hangs on a line and goes with its words: reactions, mentions, pin, preview, what it holds, and what it said before. */
@Component
class MessageDependents {

    /** All of it, outside of the database. */
    record Kept(Message message, Reactions reactions, List<MessageVersion> versions) {}

    private final ReactionRepository reactions;
    private final MentionRepository mentions;
    private final PinRepository pins;
    private final MessageVersionRepository versions;
    private final LinkPreviewRepository previews;
    private final Attachments attachments;

    MessageDependents(
            ReactionRepository reactions,
            MentionRepository mentions,
            PinRepository pins,
            MessageVersionRepository versions,
            LinkPreviewRepository previews,
            Attachments attachments) {
        this.reactions = reactions;
        this.mentions = mentions;
        this.pins = pins;
        this.versions = versions;
        this.previews = previews;
        this.attachments = attachments;
    }

    Kept of(MessageEntity line) {
        Message message = line.toMessage();
        return new Kept(message, line.reactions(), versions.of(message));
    }

    void remove(SpaceTransaction transaction, MessageEntity line) {
        reactions.deleteOf(line);
        mentions.deleteOf(line);
        pins.deleteOf(line);
        versions.deleteOf(line);
        previews.deleteOf(line);
        attachments.detach(transaction, line.toMessage().id(), line.loseAttachments());
    }

    /** Writes it once more, for a line that has been given its words back. */
    void putBack(SpaceTransaction transaction, Kept kept) {
        Message message = kept.message();
        kept.reactions()
                .all()
                .forEach(each -> transaction.persist(new ReactionEntity(
                        message.id(), each.emoji(), each.account(), Instant.ofEpochMilli(each.at()))));
        MentionRepository.insertOf(transaction, message);
        attachments.attach(transaction, message.place(), message.attachments());
        kept.versions()
                .forEach(each -> transaction.persist(
                        new MessageVersionEntity(message.id().value(), each)));
        if (message.pinned()) {
            transaction.persist(new PinEntity(message, message.sender(), transaction.now()));
        }
        LinkPreview preview = message.preview();
        if (preview != null) {
            transaction.persist(new LinkPreviewEntity(message.id(), preview));
        }
    }
}
