package app.charla.account;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is elsewhere, vouched for by a provider just now. Issuer and subject say who it is; all else is hearsay
 * that may change.
 *
 * @param email with what its provider says of it; see {@link #verifiedEmail}
 * @param username what they are called there
 * @param name as it is shown there
 */
public record ExternalIdentity(
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String username,
        @Nullable String name) {

    /** The e-mail in lower case, if the provider says that it is this person's. */
    public Optional<String> verifiedEmail() {
        return emailVerified
                ? Optional.ofNullable(email).map(text -> text.strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** What to call it in a list. */
    public String label() {
        String known = Objects.requireNonNullElse(email, Objects.requireNonNullElse(username, subject));
        return known.length() > 200 ? known.substring(0, 200) : known;
    }
}
