package app.charla.presence;

import app.charla.chat.ReceiptPolicy;
import app.charla.core.AccountId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Read receipt preferences: given by everybody who is not invisible, unless they turned receipts off. */
@Component
class ReceiptPreferences implements ReceiptPolicy {

    private final PresenceSettings settings;

    ReceiptPreferences(PresenceSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean sharesReceipts(AccountId reader) {
        OwnPresence own = settings.of(reader);
        return own.receipts() && own.isVisible();
    }

    @Override
    public Set<AccountId> receiversAmong(Collection<AccountId> people) {
        return settings.of(people).entrySet().stream()
                .filter(each -> each.getValue().receipts())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
