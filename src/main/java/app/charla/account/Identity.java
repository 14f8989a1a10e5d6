package app.charla.account;

import java.time.Instant;
import java.util.UUID;

/**
 * An account elsewhere by which somebody signs in here.
 *
 * @param issuer whose it is; {@link IdentityProviders#ofIssuer} knows the provider, if it still stands in the settings
 * @param label what its owner is called there
 */
public record Identity(UUID id, String issuer, String label, Instant linkedAt, Instant lastUsedAt) {}
