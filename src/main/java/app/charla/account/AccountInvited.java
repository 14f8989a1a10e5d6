package app.charla.account;

import app.charla.core.AccountId;
import java.util.UUID;

/**
 * An account was created by an invite and is a member of its space. Published as a Spring event after the commit, on the
 * caller's thread.
 *
 * @param invite the identifier of the invite
 */
public record AccountInvited(AccountId account, UUID invite) {}
