package app.charla.message;

import app.charla.core.AccountId;
import java.util.List;

/**
 * One way in which people reacted to a message.
 *
 * @param people who did, in the order in which they did; nobody twice
 */
public record Reaction(String emoji, List<AccountId> people) {}
