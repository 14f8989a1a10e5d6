package app.charla.account;

/** How a person likes their Charla; follows the account to every device. */
public record Preferences(Language language, Theme theme) {

    /** The languages that Charla speaks. */
    public enum Language {
        ES,
        EN;

        /** The language of a browser that asks for the given IETF tag: Spanish where it is neither. */
        public static Language ofTag(String tag) {
            return tag.startsWith("en") ? EN : ES;
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
