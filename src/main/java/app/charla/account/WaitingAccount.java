package app.charla.account;

import app.charla.core.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that waits for the decision of an instance administrator.
 *
 * @param email as its owner gave it, not verified; null for none
 * @param since when it was created
 */
public record WaitingAccount(
        AccountId id,
        String username,
        String name,
        @Nullable String email,
        Instant since) {}
