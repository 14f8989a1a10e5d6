package app.charla.chat;

import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "membership")
@IdClass(MembershipEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class MembershipEntity implements Persistable<MembershipEntity.Key> {

    record Key(UUID chatId, UUID accountId) implements Serializable {}

    @Id
    private UUID chatId;

    @Id
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant joinedAt;
    private long readSeq;
    private long hiddenSeq;
    private boolean muted;

    @Transient
    private boolean isNew;

    protected MembershipEntity() {}

    /** Somebody comes in; what was said before, up to that line, counts as read. */
    MembershipEntity(ChatId chat, AccountId account, Role role, long readSeq, Instant now) {
        this.chatId = chat.value();
        this.accountId = account.value();
        this.role = role;
        this.joinedAt = now;
        this.readSeq = readSeq;
        this.hiddenSeq = -1;
        this.isNew = true;
    }

    void become(Role newRole) {
        role = newRole;
    }

    /** Markers only move forward. Tells whether this one moved. */
    boolean readUpTo(long seq) {
        if (seq <= readSeq) {
            return false;
        }
        readSeq = seq;
        return true;
    }

    void hide(long lastSeq) {
        hiddenSeq = lastSeq;
    }

    /** Tells whether it had been hidden. */
    boolean show() {
        boolean wasHidden = hiddenSeq >= 0;
        hiddenSeq = -1;
        return wasHidden;
    }

    void mute(boolean quiet) {
        muted = quiet;
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    Role role() {
        return role;
    }

    Membership toMembership() {
        return new Membership(new ChatId(chatId), account(), role, readSeq, hiddenSeq, muted);
    }

    @Override
    public Key getId() {
        return new Key(chatId, accountId);
    }

    @Override
    public boolean isNew() {
        return isNew;
    }
}
