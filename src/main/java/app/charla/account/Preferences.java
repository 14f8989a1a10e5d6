package app.charla.account;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a person likes their Charla; follows the account to every device. */
public record Preferences(Language language, Theme theme) {

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
        public static Language accepted(@Nullable String header) {
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

    /** Light, dark, or what the device says. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
