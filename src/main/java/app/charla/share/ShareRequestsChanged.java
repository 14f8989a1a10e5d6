package app.charla.share;

import app.charla.core.AccountId;

/**
 * The requests for an account's consent to shares have changed. Published as a Spring event after the commit.
 *
 * @param account the author who is asked
 */
public record ShareRequestsChanged(AccountId account) {}
