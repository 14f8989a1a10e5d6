package app.charla.space;

import app.charla.account.Preferences.Language;
import app.charla.core.InvalidException;
import app.charla.unicode.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a space, stored in the database of the space.
 *
 * @param welcome the text for new members, at most 1,000 characters; may be empty
 * @param language the language of the space
 * @param joining who may join
 * @param retentionDays after how many days messages are deleted, 1–3,650; null keeps them
 * @param previews whether messages show previews of the pages they link to
 */
public record SpaceSettings(
        String welcome,
        Language language,
        Joining joining,
        @Nullable Integer retentionDays,
        boolean previews) {

    /** The accounts that may join a space. */
    public enum Joining {
        /** Those with an invite. */
        INVITE,
        /** Everybody with an account who knows the URL of the space. */
        ANYONE
    }

    /** The maximum length of the welcome text. */
    public static final int MAX_WELCOME_LENGTH = 1_000;
    /** The maximum number of days that messages are kept, if they are deleted at all. */
    public static final int MAX_RETENTION_DAYS = 3_650;

    /** @throws InvalidException naming the invalid value */
    public SpaceSettings {
        welcome = StorableText.require("welcome", welcome.replace("\0", "").strip());
        if (welcome.length() > MAX_WELCOME_LENGTH) {
            throw new InvalidException("welcome", "text.length", MAX_WELCOME_LENGTH);
        }
        if (retentionDays != null && (retentionDays < 1 || retentionDays > MAX_RETENTION_DAYS)) {
            throw new InvalidException("retentionDays", "space.retention", MAX_RETENTION_DAYS);
        }
    }

    /** Returns the defaults: by invite only, messages are kept, previews are on. */
    public static SpaceSettings defaults(Language language) {
        return new SpaceSettings("", language, Joining.INVITE, null, true);
    }
}
