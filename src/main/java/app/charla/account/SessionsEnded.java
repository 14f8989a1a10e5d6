package app.charla.account;

import app.charla.core.AccountId;
import java.util.Set;
import java.util.UUID;

/** Sessions were ended by their owner: whatever they hold open is to be closed. Published after the commit. */
public record SessionsEnded(AccountId account, Set<UUID> sessions) {}
