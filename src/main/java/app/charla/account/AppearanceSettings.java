package app.charla.account;

import app.charla.core.InvalidException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Charla looks like to a person.
 *
 * @param accent {@code #rrggbb} in lower case, or null for the usual one; what is drawn with it is made legible
 * @param spaceColors whether a space that wants so is drawn in its own colour instead
 */
public record AppearanceSettings(
        Theme theme, @Nullable String accent, TextSize textSize, Density density, boolean spaceColors) {

    /** What holds until somebody chooses. */
    public static final AppearanceSettings DEFAULT =
            new AppearanceSettings(Theme.SYSTEM, null, TextSize.NORMAL, Density.COMFORTABLE, true);

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    /** Light, dark, as the device says, or, in either, with the strongest contrast. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST
    }

    /** How large text is, beside what the device says. */
    public enum TextSize {
        SMALL,
        NORMAL,
        LARGE,
        LARGEST
    }

    /** How much room there is between things. */
    public enum Density {
        COMFORTABLE,
        COMPACT
    }

    /** @throws InvalidException if the accent is no colour */
    public AppearanceSettings {
        accent = accent == null ? null : accent.toLowerCase(Locale.ROOT);
        if (accent != null && !COLOR.matcher(accent).matches()) {
            throw new InvalidException("accent", "color.malformed");
        }
    }

    /** The same in another theme. */
    public AppearanceSettings with(Theme other) {
        return new AppearanceSettings(other, accent, textSize, density, spaceColors);
    }

    /** The same with another accent. */
    public AppearanceSettings withAccent(@Nullable String other) {
        return new AppearanceSettings(theme, other, textSize, density, spaceColors);
    }

    /** The same with text of another size. */
    public AppearanceSettings with(TextSize other) {
        return new AppearanceSettings(theme, accent, other, density, spaceColors);
    }

    /** The same with more room, or less. */
    public AppearanceSettings with(Density other) {
        return new AppearanceSettings(theme, accent, textSize, other, spaceColors);
    }

    /** The same with spaces in their own colours, or not. */
    public AppearanceSettings withSpaceColors(boolean used) {
        return new AppearanceSettings(theme, accent, textSize, density, used);
    }
}
