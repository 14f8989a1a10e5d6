package app.charla.presence;

import app.charla.core.AccountId;
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
        OwnPresence usual = OwnPresence.DEFAULT;
        choose(usual.choice());
        say(usual.status());
        giveReceipts(usual.receipts());
        tellLastSeen(usual.tellsLastSeen());
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    final void giveReceipts(boolean wanted) {
        receipts = wanted;
    }

    final void choose(PresenceChoice wanted) {
        choice = wanted;
    }

    final void say(CustomStatus wanted) {
        emoji = wanted.emoji();
        status = wanted.text();
        statusUntil = wanted.until();
    }

    final void tellLastSeen(boolean wanted) {
        tellsLastSeen = wanted;
    }

    void seen(Instant now) {
        lastSeen = now;
    }

    OwnPresence toOwnPresence() {
        return new OwnPresence(choice, new CustomStatus(emoji, status, statusUntil), receipts, tellsLastSeen, lastSeen);
    }
}
