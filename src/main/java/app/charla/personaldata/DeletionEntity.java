package app.charla.personaldata;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "account_deletion")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class DeletionEntity {

    @Id
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private PendingDeletion.Messages messages;

    private Instant requestedAt;
    private Instant dueAt;

    protected DeletionEntity() {}

    DeletionEntity(AccountId account, PendingDeletion.Messages messages, Instant now, Duration gracePeriod) {
        this.accountId = account.value();
        this.messages = messages;
        this.requestedAt = now;
        this.dueAt = now.plus(gracePeriod);
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    PendingDeletion toDeletion() {
        return new PendingDeletion(messages, dueAt);
    }
}
