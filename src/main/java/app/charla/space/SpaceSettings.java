package app.charla.space;

import app.charla.account.Preferences.Language;
import app.charla.core.InvalidException;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen for a space. It is kept in the space's own database.
 *
 * @param welcome what newcomers read, at most 1,000 characters; may be empty
 * @param language the one the space speaks
 * @param joining who may come in
 * @param retentionDays after how many days messages are deleted, 1–3,650; null keeps them
 * @param previews whether messages show what the pages say that they link to
 */
public record SpaceSettings(
        String welcome,
        Language language,
        Joining joining,
        @Nullable Integer retentionDays,
        boolean previews) {

    /** Who may come into a space. */
    public enum Joining {
        /** Who has an invite. */
        INVITE,
        /** Everybody with an account here who knows the space's address. */
        ANYONE
    }

    private static final int MAX_WELCOME_LENGTH = 1_000;
    private static final int MAX_RETENTION_DAYS = 3_650;

    /** @throws InvalidException naming the value that will not do */
    public SpaceSettings {
        welcome = welcome.strip();
        if (welcome.length() > MAX_WELCOME_LENGTH) {
            throw new InvalidException("welcome", "text.length", MAX_WELCOME_LENGTH);
        }
        if (retentionDays != null && (retentionDays < 1 || retentionDays > MAX_RETENTION_DAYS)) {
            throw new InvalidException("retentionDays", "space.retention", MAX_RETENTION_DAYS);
        }
    }

    /** What holds where nothing was chosen: by invite, messages stay, and show what they link to. */
    public static SpaceSettings defaults(Language language) {
        return new SpaceSettings("", language, Joining.INVITE, null, true);
    }
}
