package app.charla.account;

import org.jspecify.annotations.Nullable;

/**
 * A request to register an account.
 *
 * @param name the display name, 1–64 characters; null or blank for the username
 * @param username 3–32 letters, digits, dots, hyphens or underscores, beginning and ending with a letter or digit
 * @param email null or blank for none
 * @param password at least 8 characters, and not easily guessed
 */
public record Registration(
        @Nullable String name,
        String username,
        @Nullable String email,
        String password,
        Preferences.Language language) {

    /** A registration whose display name is the username. */
    public Registration(String username, @Nullable String email, String password, Preferences.Language language) {
        this(null, username, email, password, language);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Registration[" + username + "]";
    }
}
