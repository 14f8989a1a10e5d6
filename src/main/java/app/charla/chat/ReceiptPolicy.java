package app.charla.chat;

import app.charla.core.AccountId;
import java.util.Collection;
import java.util.Set;

/** Decides who shares read receipts. Accounts that share none do not receive those of others, either. */
public interface ReceiptPolicy {

    /** Returns whether the account shares receipts now. */
    boolean sharesReceipts(AccountId reader);

    /** Returns those of some accounts that receive receipts. */
    Set<AccountId> receiversAmong(Collection<AccountId> people);
}
