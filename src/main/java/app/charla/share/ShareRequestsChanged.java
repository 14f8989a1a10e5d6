package app.charla.share;

import app.charla.core.AccountId;

/**
 * Others want to show something of somebody's words, or no longer. Published after the commit.
 *
 * @param account whose words they are
 */
public record ShareRequestsChanged(AccountId account) {}
