package app.charla.media;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How many bytes the media of an uploader have in a space. */
@Entity
@Table(name = "media_usage")
@SuppressWarnings("NullAway.Init")
class MediaUsageEntity {

    @Id
    private UUID uploaderId;

    private long bytes;

    protected MediaUsageEntity() {}

    MediaUsageEntity(AccountId uploader) {
        this.uploaderId = uploader.value();
    }

    long bytes() {
        return bytes;
    }

    void add(long size) {
        bytes = Math.max(0, bytes + size);
    }
}
