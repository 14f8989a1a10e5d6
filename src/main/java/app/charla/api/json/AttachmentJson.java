package app.charla.api.json;

import app.charla.media.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something sent besides words.
 *
 * @param type its media type, found out from its bytes
 * @param width in pixels, as shown; of pictures
 * @param blur a tiny picture in its place while it loads, as a {@code data:} address
 * @param waveform how loud it is from beginning to end, in digits
 * @param alt what it shows, in words
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

    public static AttachmentJson of(Attachment one) {
        return new AttachmentJson(
                one.id().toString(),
                one.name(),
                one.type(),
                one.size(),
                one.kind(),
                one.width(),
                one.height(),
                one.blur(),
                one.durationMillis(),
                one.waveform(),
                one.alt());
    }

    static List<AttachmentJson> of(List<Attachment> all) {
        return all.stream().map(AttachmentJson::of).toList();
    }
}
