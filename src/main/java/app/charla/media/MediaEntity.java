package app.charla.media;

import app.charla.core.AccountId;
import app.charla.media.Attachment.Kind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "media")
@SuppressWarnings("NullAway.Init")
class MediaEntity {

    @Id
    private UUID id;

    private UUID uploaderId;
    private String content;
    private String name;
    private String type;
    private long size;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable Integer width;
    private @Nullable Integer height;
    private @Nullable String blur;
    private @Nullable Integer durationMillis;
    private @Nullable String waveform;
    private String alt;
    private Instant uploadedAt;

    protected MediaEntity() {}

    MediaEntity(Attachment attachment, AccountId uploader, String content, Instant now) {
        this.id = attachment.id().value();
        this.uploaderId = uploader.value();
        this.content = content;
        this.name = attachment.name();
        this.type = attachment.type();
        this.size = attachment.size();
        this.kind = attachment.kind();
        this.width = attachment.width();
        this.height = attachment.height();
        this.blur = attachment.blur();
        this.durationMillis = attachment.durationMillis();
        this.waveform = attachment.waveform();
        this.alt = attachment.alt();
        this.uploadedAt = now;
    }

    boolean isUploadedBy(AccountId account) {
        return account.value().equals(uploaderId);
    }

    AccountId uploader() {
        return new AccountId(uploaderId);
    }

    long size() {
        return size;
    }

    void describe(String text) {
        alt = text;
    }

    /** SHA-256 of the stored file, in hexadecimal. */
    String contentHash() {
        return content;
    }

    Attachment toAttachment() {
        return new Attachment(
                new MediaId(id), name, type, size, kind, width, height, blur, durationMillis, waveform, alt);
    }
}
