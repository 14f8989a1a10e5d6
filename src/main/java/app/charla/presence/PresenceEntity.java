package app.charla.presence;

import app.charla.core.AccountId;
import app.charla.unicode.NameRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "presence")
@SuppressWarnings("NullAway.Init")
class PresenceEntity {

    @Id
    private UUID accountId;

    private boolean receipts;

    @Enumerated(EnumType.STRING)
    private PresenceChoice choice;

    private String emoji;
    private String status;
    private @Nullable Instant statusUntil;
    private boolean tellsLastSeen;
    private @Nullable Instant lastSeen;

    protected PresenceEntity() {}

    PresenceEntity(AccountId account) {
        this.accountId = account.value();
        OwnPresence defaults = OwnPresence.DEFAULT;
        changeChoice(defaults.choice());
        changeStatus(defaults.status());
        changeReceipts(defaults.receipts());
        changeLastSeenVisibility(defaults.tellsLastSeen());
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    final void changeReceipts(boolean enabled) {
        receipts = enabled;
    }

    final void changeChoice(PresenceChoice newChoice) {
        choice = newChoice;
    }

    final void changeStatus(CustomStatus newStatus) {
        emoji = newStatus.emoji();
        status = newStatus.text();
        statusUntil = newStatus.until();
    }

    final void changeLastSeenVisibility(boolean enabled) {
        tellsLastSeen = enabled;
    }

    void recordLastSeen(Instant now) {
        lastSeen = now;
    }

    OwnPresence toOwnPresence() {
        var custom = new CustomStatus(emoji, NameRule.clean(status), statusUntil); // may be from before the name rule
        return new OwnPresence(choice, custom, receipts, tellsLastSeen, lastSeen);
    }
}
