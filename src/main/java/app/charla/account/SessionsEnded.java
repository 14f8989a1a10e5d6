package app.charla.account;

import app.charla.core.AccountId;
import java.util.Set;
import java.util.UUID;

/** Sessions of an account have ended; listeners close their connections. Published after the commit. */
public record SessionsEnded(AccountId account, Set<UUID> sessions) {}
