package app.charla.media;

import app.charla.media.Attachment.Kind;
import app.charla.media.Attachments.MessagePosition;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

@Entity
@Table(name = "attachment")
@IdClass(AttachmentEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class AttachmentEntity {

    record Key(long messageId, int place) implements Serializable {}

    @Id
    private long messageId;

    @Id
    private int place;

    private UUID mediaId;
    private UUID chatId;
    private long seq;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    protected AttachmentEntity() {}

    AttachmentEntity(MessagePosition in, int place, Attachment attachment) {
        this.messageId = in.message().value();
        this.place = place;
        this.mediaId = attachment.id().value();
        this.chatId = in.chat().value();
        this.seq = in.seq();
        this.kind = attachment.kind();
    }

    GalleryPlace galleryPlace() {
        return new GalleryPlace(messageId, place);
    }

    long seq() {
        return seq;
    }

    UUID media() {
        return mediaId;
    }
}
