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
 * The theme file: {@link AppearanceSettings} as a small JSON file that people share. Reading is strict: every property is
 * present, has its type and a known value, and there are no others. No text of the file is ever put into a page.
 */
public final class ThemeFile {

    /** The maximum size in bytes. */
    public static final int MAX_BYTES = 2_048;

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
            AppearanceSettings.Theme theme,
            @Nullable String accent,
            AppearanceSettings.TextSize textSize,
            AppearanceSettings.Density density,
            boolean spaceColors) {}

    private ThemeFile() {}

    /** Writes a theme file. */
    public static String write(AppearanceSettings appearance) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Content(
                        KIND,
                        VERSION,
                        appearance.theme(),
                        appearance.accent(),
                        appearance.textSize(),
                        appearance.density(),
                        appearance.spaceColors()));
    }

    /**
     * Reads a theme file.
     *
     * @throws InvalidException if it is not a file as {@link #write} writes it
     */
    public static AppearanceSettings read(String file) {
        if (file.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
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
            return new AppearanceSettings(
                    content.theme(), content.accent(), content.textSize(), content.density(), content.spaceColors());
        } catch (JacksonException unreadable) {
            throw invalid();
        }
    }

    @SuppressWarnings("NullAway") // Jackson passes null where the file says null
    private static boolean isIncomplete(Content content) {
        return content.theme() == null || content.textSize() == null || content.density() == null;
    }

    private static InvalidException invalid() {
        return new InvalidException("file", "theme.file");
    }
}
