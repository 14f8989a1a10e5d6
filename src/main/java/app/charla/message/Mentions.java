package app.charla.message;

import app.charla.core.AccountId;
import java.util.List;

/**
 * The accounts mentioned by a message, resolved when it was sent or last edited.
 *
 * @param people in the order of the text
 * @param everybody whether all members of the chat are mentioned
 */
public record Mentions(List<AccountId> people, boolean everybody) {

    /** No mentions. */
    public static final Mentions NONE = new Mentions(List.of(), false);

    /** Returns whether a member of the chat is mentioned, by name or with everybody. */
    public boolean includes(AccountId account) {
        return everybody || people.contains(account);
    }

    boolean isEmpty() {
        return people.isEmpty() && !everybody;
    }
}
