package app.charla.media;

import app.charla.media.Attachment.Kind;
import jakarta.persistence.AttributeConverter;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the attachments of a message from a computed column, so that a page needs no query per message. */
public class AttachmentsConverter implements AttributeConverter<List<Attachment>, String> {

    private static final String BEGIN = """
            (select json_group_array(json_array(held.place, hex(kept.id), kept.name, kept.type, kept.size, kept.kind,
               kept.width, kept.height, kept.blur, kept.duration_millis, kept.waveform, kept.alt))
             from attachment held join media kept on kept.id = held.media_id where held.message_id =\s""";

    /** The column, for a table whose {@code id} is a message's. */
    public static final String SQL = BEGIN + "id)";

    private static final String NONE = "[]";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The column, for a query with another expression for the message's id. */
    public static String sql(String id) {
        return BEGIN + id + ")";
    }

    @Override
    public List<Attachment> convertToEntityAttribute(@Nullable String column) {
        if (column == null || column.equals(NONE)) {
            return List.of();
        }
        return StreamSupport.stream(JSON.readTree(column).spliterator(), false)
                .sorted(Comparator.comparingInt(each -> each.get(0).asInt()))
                .map(AttachmentsConverter::attachment)
                .toList();
    }

    private static Attachment attachment(JsonNode fields) {
        return new Attachment(
                new MediaId(uuid(fields.get(1).asString())),
                fields.get(2).asString(),
                fields.get(3).asString(),
                fields.get(4).asLong(),
                Kind.valueOf(fields.get(5).asString()),
                number(fields.get(6)),
                number(fields.get(7)),
                text(fields.get(8)),
                number(fields.get(9)),
                text(fields.get(10)),
                fields.get(11).asString());
    }

    private static UUID uuid(String hex) {
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    private static @Nullable Integer number(JsonNode value) {
        return value.isNull() ? null : value.asInt();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : value.asString();
    }

    /** Never written: the column is computed. */
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Attachment> attachments) {
        return null;
    }
}
