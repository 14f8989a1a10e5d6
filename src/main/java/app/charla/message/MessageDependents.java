package app.charla.message;

import app.charla.media.Attachments;
import app.charla.storage.SpaceTransaction;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Rows that belong to a message and are deleted and restored with it: reactions, mentions, pin, preview, attachments
 * and earlier versions.
 */
@Component
class MessageDependents {

    /** A copy of a message with all of them, for undoing its deletion. */
    record Snapshot(Message message, Reactions reactions, List<MessageVersion> versions) {}

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

    Snapshot snapshot(MessageEntity entity) {
        Message message = entity.toMessage();
        return new Snapshot(message, entity.reactions(), versions.findFor(message));
    }

    /** Returns the text as it was sent, whatever it was edited to; empty once it is deleted. */
    String firstText(MessageEntity entity) {
        Message message = entity.toMessage();
        return versions.findFor(message).stream()
                .findFirst()
                .map(MessageVersion::text)
                .orElse(message.text());
    }

    /** Follows an edit: stores the earlier text, replaces the mentions, and deletes the preview of another link. */
    void update(SpaceTransaction transaction, MessageEntity entity, MessageVersion before, Mentions resolved) {
        Message message = entity.toMessage();
        transaction.persist(new MessageVersionEntity(message.id().value(), before));
        mentions.replace(transaction, entity, resolved);
        previews.deleteUnlessLinked(entity, message.text());
    }

    void remove(SpaceTransaction transaction, MessageEntity entity) {
        reactions.deleteFor(entity);
        mentions.deleteFor(entity);
        pins.deleteFor(entity);
        versions.deleteFor(entity);
        previews.deleteFor(entity);
        attachments.detach(transaction, entity.toMessage().id(), entity.clearAttachments());
    }

    /** Stores them again for a message whose content was restored. */
    void restore(SpaceTransaction transaction, Snapshot snapshot) {
        Message message = snapshot.message();
        snapshot.reactions()
                .all()
                .forEach(entry -> transaction.persist(new ReactionEntity(
                        message.id(), entry.emoji(), entry.account(), Instant.ofEpochMilli(entry.at()))));
        MentionRepository.insert(transaction, message);
        attachments.attach(transaction, message.position(), message.attachments());
        snapshot.versions()
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
