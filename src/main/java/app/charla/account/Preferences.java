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
 * The preferences of an account, the same on every device.
 *
 * @param timeZone an identifier of the IANA time zone database, or null for that of the device
 * @param sounds whether a message makes a sound if its chat is not on the screen
 */
public record Preferences(Language language, @Nullable String timeZone, boolean sounds, AppearanceSettings look) {

    private static final Pattern ZONE = Pattern.compile("UTC|(?!Etc/|SystemV/)[A-Za-z_]+(/[A-Za-z0-9_+-]+)+");

    /** @throws InvalidException if there is no such time zone */
    public Preferences {
        if (timeZone != null && !isZone(timeZone)) {
            throw new InvalidException("timeZone", "timeZone.unknown");
        }
    }

    /** The preferences of a new account. */
    public static Preferences defaults(Language language) {
        return new Preferences(language, null, true, AppearanceSettings.DEFAULT);
    }

    /** Returns a copy with another appearance. */
    public Preferences with(AppearanceSettings appearance) {
        return new Preferences(language, timeZone, sounds, appearance);
    }

    /** The identifiers of all time zones that may be chosen, in alphabetical order. */
    public static List<String> timeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> ZONE.matcher(zone).matches())
                .sorted()
                .toList();
    }

    private static boolean isZone(String zone) {
        return ZONE.matcher(zone).matches() && ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** The languages of the UI. */
    public enum Language {
        ES,
        EN;

        private static final List<String> TAGS =
                Stream.of(values()).map(Language::tag).toList();

        /** The language for an IETF tag: Spanish if it is neither. */
        public static Language ofTag(String tag) {
            return tag.startsWith("en") ? EN : ES;
        }

        /**
         * The language that an {@code Accept-Language} header prefers among these (the lookup of RFC 4647): Spanish if there
         * is none, or no header.
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
