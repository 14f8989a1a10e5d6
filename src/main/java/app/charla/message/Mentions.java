package app.charla.message;

import app.charla.core.AccountId;
import java.util.List;

/**
 * Whom a message names, as it was settled when it was sent or edited last.
 *
 * @param people in the order in which they are named
 * @param everybody whether it calls all who are in the chat
 */
public record Mentions(List<AccountId> people, boolean everybody) {

    /** Of a message that names nobody. */
    public static final Mentions NONE = new Mentions(List.of(), false);

    /** Whether somebody who is in the chat is named, by name or with all others. */
    public boolean includes(AccountId account) {
        return everybody || people.contains(account);
    }

    boolean isEmpty() {
        return people.isEmpty() && !everybody;
    }
}
