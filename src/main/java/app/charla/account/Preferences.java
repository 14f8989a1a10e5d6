package app.charla.account;

import app.charla.core.InvalidException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a person likes their Charla; follows the account to every device.
 *
 * @param timeZone an identifier of the IANA time zone database, or null for the device's own zone
 * @param sounds whether a message in a chat that is not on the screen makes a sound
 */
public record Preferences(Language language, @Nullable String timeZone, boolean sounds, AppearanceSettings look) {

    private static final Pattern ZONE = Pattern.compile("UTC|(?!Etc/|SystemV/)[A-Za-z_]+(/[A-Za-z0-9_+-]+)+");

    /** @throws InvalidException if there is no such time zone */
    public Preferences {
        if (timeZone != null && !isZone(timeZone)) {
            throw new InvalidException("timeZone", "timeZone.unknown");
        }
    }

    /** What holds until somebody chooses. */
    public static Preferences defaults(Language language) {
        return new Preferences(language, null, true, AppearanceSettings.DEFAULT);
    }

    /** The same in another look. */
    public Preferences with(AppearanceSettings other) {
        return new Preferences(language, timeZone, sounds, other);
    }

    /** Every time zone that may be chosen, in the order of the alphabet. */
    public static List<String> timeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> ZONE.matcher(zone).matches())
                .sorted()
                .toList();
    }

    private static boolean isZone(String zone) {
        return ZONE.matcher(zone).matches() && ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** The languages that Charla speaks. */
    public enum Language {
        ES,
        EN;

        private static final List<String> TAGS =
                Stream.of(values()).map(Language::tag).toList();

        /** The language of a browser that asks for the given IETF tag: Spanish where it is neither. */
        public static Language ofTag(String tag) {
            return tag.startsWith("en") ? EN : ES;
        }

        /**
         * The language that an {@code Accept-Language} header asks for first among those that Charla speaks (the lookup
         * of RFC 4647): Spanish where there is none, or no such header.
         */
        public static Language ofAcceptLanguage(@Nullable String header) {
            if (header == null) {
                return ES;
            }
            try {
                String tag = Locale.lookupTag(LanguageRange.parse(header), TAGS);
                return tag == null ? ES : ofTag(tag);
            } catch (IllegalArgumentException malformed) {
                return ES;
            }
        }

        /** The IETF tag. */
        public String tag() {
            return this == EN ? "en" : "es";
        }
    }
}
