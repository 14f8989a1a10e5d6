package app.charla.message;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Reads the link preview of a message from a computed column: one line per field. */
class PreviewConverter implements AttributeConverter<LinkPreview, String> {

    static final String SQL = """
            (select shown.address || char(10) || shown.site || char(10) || shown.title || char(10) || shown.description
             from preview shown where shown.message_id = id and shown.removed = 0)""";

    private static final int FIELDS = 4;

    @Override
    public @Nullable LinkPreview convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return null;
        }
        String[] fields = column.split("\n", FIELDS);
        return new LinkPreview(fields[0], fields[1], fields[2], fields[3]);
    }

    /** Never written: the column is computed. */
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable LinkPreview preview) {
        return null;
    }
}
