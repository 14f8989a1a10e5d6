package app.charla.presence;

import app.charla.chat.ReceiptPolicy;
import app.charla.core.AccountId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who lets others know how far they have read: everybody who is not invisible, unless they choose otherwise. */
@Component
class Receipts implements ReceiptPolicy {

    private final Chosen chosen;

    Receipts(Chosen chosen) {
        this.chosen = chosen;
    }

    @Override
    public boolean gives(AccountId reader) {
        OwnPresence own = chosen.of(reader);
        return own.receipts() && own.isVisible();
    }

    @Override
    public Set<AccountId> told(Collection<AccountId> people) {
        return chosen.of(people).entrySet().stream()
                .filter(each -> each.getValue().receipts())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
