package app.charla.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account elsewhere by which somebody signs in here.
 *
 * @param issuer whose it is; {@link IdentityProviders#findByIssuer} knows the provider, if it still stands in the settings
 * @param label what its owner is called there
 * @param username what stands for its owner in addresses there; null where that was never told
 */
public record Identity(
        UUID id, String issuer, String label, @Nullable String username, Instant linkedAt, Instant lastUsedAt) {}
