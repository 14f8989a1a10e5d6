package app.charla.account;

import app.charla.core.AccountId;

/**
 * An account blocked another or removed the block. Published after the commit. Nobody but the blocker may learn which of
 * the two it was.
 */
public record BlockListChanged(AccountId blocker, AccountId blocked) {}
