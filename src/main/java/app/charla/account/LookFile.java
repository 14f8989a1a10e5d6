package app.charla.account;

import app.charla.core.InvalidException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A look as a small JSON file that people hand to each other. What comes in is taken literally: everything is there, is
 * of its type, and is one of the known values; there is nothing else, and nothing in it is ever put into a page as it
 * came.
 */
public final class LookFile {

    /** The most bytes that are read. */
    public static final int MOST_BYTES = 2_048;

    private static final String KIND = "charla-theme";
    private static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private record Content(
            String kind,
            int version,
            Look.Theme theme,
            @Nullable String accent,
            Look.TextSize textSize,
            Look.Density density,
            boolean spaceColors) {}

    private LookFile() {}

    /** The look as a file. */
    public static String write(Look look) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Content(
                        KIND,
                        VERSION,
                        look.theme(),
                        look.accent(),
                        look.textSize(),
                        look.density(),
                        look.spaceColors()));
    }

    /**
     * Reads a file.
     *
     * @throws InvalidException if it is not a look as {@link #write} writes it
     */
    public static Look read(String file) {
        if (file.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw invalid();
        }
        try {
            Content content = JSON.readValue(file, Content.class);
            if (content == null
                    || !KIND.equals(content.kind())
                    || content.version() != VERSION
                    || isIncomplete(content)) {
                throw invalid();
            }
            return new Look(
                    content.theme(), content.accent(), content.textSize(), content.density(), content.spaceColors());
        } catch (JacksonException unreadable) {
            throw invalid();
        }
    }

    @SuppressWarnings("NullAway") // the reader puts null where the file says null
    private static boolean isIncomplete(Content content) {
        return content.theme() == null || content.textSize() == null || content.density() == null;
    }

    private static InvalidException invalid() {
        return new InvalidException("file", "theme.file");
    }
}
