package app.charla.account;

import app.charla.core.InvalidException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The appearance of the UI as a person has chosen it.
 *
 * @param accent {@code #rrggbb} in lower case, or null for the default; the UI adapts it where text would not be legible
 * @param spaceColors whether a space that has its own color is shown in it instead
 */
public record AppearanceSettings(
        Theme theme, @Nullable String accent, TextSize textSize, Density density, boolean spaceColors) {

    /** The appearance until a person chooses. */
    public static final AppearanceSettings DEFAULT =
            new AppearanceSettings(Theme.SYSTEM, null, TextSize.NORMAL, Density.COMFORTABLE, true);

    /** The form of a color, in capitals or small letters. */
    public static final String COLOR_PATTERN = "#[0-9A-Fa-f]{6}";

    private static final Pattern COLOR = Pattern.compile(COLOR_PATTERN);

    /** The color scheme: the one of the device, light, dark, or either with the strongest contrast. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST
    }

    /** The text size, relative to that of the device. */
    public enum TextSize {
        SMALL,
        NORMAL,
        LARGE,
        LARGEST
    }

    /** The amount of space between elements. */
    public enum Density {
        COMFORTABLE,
        COMPACT
    }

    /** @throws InvalidException if the accent is not a color */
    public AppearanceSettings {
        accent = accent == null ? null : accent.toLowerCase(Locale.ROOT);
        if (accent != null && !COLOR.matcher(accent).matches()) {
            throw new InvalidException("accent", "color.malformed");
        }
    }

    /** Returns a copy with another theme. */
    public AppearanceSettings with(Theme other) {
        return new AppearanceSettings(other, accent, textSize, density, spaceColors);
    }

    /** Returns a copy with another accent. */
    public AppearanceSettings withAccent(@Nullable String other) {
        return new AppearanceSettings(theme, other, textSize, density, spaceColors);
    }

    /** Returns a copy with another text size. */
    public AppearanceSettings with(TextSize other) {
        return new AppearanceSettings(theme, accent, other, density, spaceColors);
    }

    /** Returns a copy with another density. */
    public AppearanceSettings with(Density other) {
        return new AppearanceSettings(theme, accent, textSize, other, spaceColors);
    }

    /** Returns a copy that shows spaces in their own colors, or not. */
    public AppearanceSettings withSpaceColors(boolean used) {
        return new AppearanceSettings(theme, accent, textSize, density, used);
    }
}
