package app.charla.chat;

import app.charla.core.AccountId;
import java.util.Collection;
import java.util.Set;

/** Who lets others know how far they have read. Whoever does not is not told of others, either. */
public interface ReceiptPolicy {

    /** Whether somebody lets others know now. */
    boolean sharesReceipts(AccountId reader);

    /** Those of some people who are told of others. */
    Set<AccountId> receiversAmong(Collection<AccountId> people);
}
