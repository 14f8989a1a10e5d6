package app.charla.account;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An identity that an identity provider has just asserted. Issuer and subject identify it; everything else may change.
 *
 * @param email as the provider reports it, verified or not; see {@link #verifiedEmail}
 * @param username the username at the provider
 * @param name the display name at the provider
 */
public record ExternalIdentity(
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String username,
        @Nullable String name) {

    /** The e-mail in lower case, if the provider has verified that it belongs to this person. */
    public Optional<String> verifiedEmail() {
        return emailVerified
                ? Optional.ofNullable(email).map(text -> text.strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** The label in lists: the e-mail, or else the username or the subject, at most 200 characters. */
    public String label() {
        String label = Objects.requireNonNullElse(email, Objects.requireNonNullElse(username, subject));
        return label.length() > 200 ? label.substring(0, 200) : label;
    }
}
