package app.charla.message;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

@Entity
@Table(name = "message_version")
@IdClass(MessageVersionEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class MessageVersionEntity {

    record Key(long messageId, int version) implements Serializable {}

    @Id
    private long messageId;

    @Id
    private int version;

    private String text;
    private Instant writtenAt;

    protected MessageVersionEntity() {}

    MessageVersionEntity(long messageId, MessageVersion version) {
        this.messageId = messageId;
        this.version = version.version();
        this.text = version.text();
        this.writtenAt = version.writtenAt();
    }

    MessageVersion toVersion() {
        return new MessageVersion(version, text, writtenAt);
    }
}
