package app.charla.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account at an identity provider that is linked to an account here.
 *
 * @param issuer its provider, for {@link IdentityProviders#findByIssuer}, which finds it only while it is configured
 * @param label the e-mail or name of its owner at the provider
 * @param username the username in profile addresses at the provider; null if the provider never sent one
 */
public record Identity(
        UUID id, String issuer, String label, @Nullable String username, Instant linkedAt, Instant lastUsedAt) {}
