package app.charla.message;

import app.charla.core.AccountId;
import java.util.List;

/**
 * An emoji and the people who reacted with it.
 *
 * @param people in the order of their reactions, without duplicates
 */
public record Reaction(String emoji, List<AccountId> people) {}
