package app.charla.message;

import app.charla.core.MessageId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "preview")
@SuppressWarnings("NullAway.Init")
class LinkPreviewEntity {

    @Id
    private long messageId;

    private String address;
    private String site;
    private String title;
    private String description;
    private boolean removed;

    protected LinkPreviewEntity() {}

    LinkPreviewEntity(MessageId message, LinkPreview preview) {
        this.messageId = message.value();
        this.address = preview.address();
        this.site = preview.site();
        this.title = preview.title();
        this.description = preview.description();
    }

    /** Blanks the preview and keeps only that it is not wanted. */
    void remove() {
        address = "";
        site = "";
        title = "";
        description = "";
        removed = true;
    }
}
