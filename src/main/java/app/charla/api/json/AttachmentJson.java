package app.charla.api.json;

import app.charla.media.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attachment of a message.
 *
 * @param type media type, detected from the bytes
 * @param size in bytes
 * @param width in pixels, as displayed; of images
 * @param blur a tiny placeholder image while it loads, as a {@code data:} URL
 * @param waveform loudness from beginning to end, in digits
 * @param alt text that describes it
 */
public record AttachmentJson(
        String id,
        String name,
        String type,
        long size,
        Attachment.Kind kind,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String blur,
        @Nullable Integer durationMillis,
        @Nullable String waveform,
        String alt) {

    public static AttachmentJson of(Attachment attachment) {
        return new AttachmentJson(
                attachment.id().toString(),
                attachment.name(),
                attachment.type(),
                attachment.size(),
                attachment.kind(),
                attachment.width(),
                attachment.height(),
                attachment.blur(),
                attachment.durationMillis(),
                attachment.waveform(),
                attachment.alt());
    }

    static List<AttachmentJson> of(List<Attachment> attachments) {
        return attachments.stream().map(AttachmentJson::of).toList();
    }
}
