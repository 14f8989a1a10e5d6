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
    private long muted; // see NotificationSetting#fromColumn
    private long shownSeq;
    private String draft;
    private Instant draftAt;

    @Transient
    private boolean isNew;

    protected MembershipEntity() {}

    /** A new member; messages up to {@code readSeq} count as read. */
    MembershipEntity(ChatId chat, AccountId account, Role role, long readSeq, Instant now) {
        this.chatId = chat.value();
        this.accountId = account.value();
        this.role = role;
        this.joinedAt = now;
        this.readSeq = readSeq;
        this.hiddenSeq = -1;
        this.draft = "";
        this.draftAt = Instant.EPOCH;
        this.isNew = true;
    }

    void changeRole(Role newRole) {
        role = newRole;
    }

    /** Moves the read marker forward only. Returns whether it moved. */
    boolean readUpTo(long seq) {
        if (seq <= readSeq) {
            return false;
        }
        readSeq = seq;
        return true;
    }

    /** Counts a message, and all that follow it, as unread. */
    void markUnreadFrom(long seq) {
        readSeq = Math.max(0, seq - 1);
    }

    /** Raises the read receipt that others see, forward only. Returns whether it moved. */
    boolean shareReadUpTo(long seq) {
        if (seq <= shownSeq) {
            return false;
        }
        shownSeq = seq;
        return true;
    }

    long readSeq() {
        return readSeq;
    }

    Receipt toReceipt() {
        return new Receipt(account(), shownSeq);
    }

    /** Saves a draft unless it is older than the stored one. */
    void saveDraft(String text, Instant at) {
        if (at.isAfter(draftAt)) {
            draft = text;
            draftAt = at;
        }
    }

    SavedDraft toDraft() {
        return new SavedDraft(draft, draftAt);
    }

    void hide(long lastSeq) {
        hiddenSeq = lastSeq;
    }

    /** Returns whether it had been hidden. */
    boolean unhide() {
        boolean wasHidden = hiddenSeq >= 0;
        hiddenSeq = -1;
        return wasHidden;
    }

    void setNotifications(NotificationSetting setting) {
        muted = setting.toColumn();
    }

    ChatId chat() {
        return new ChatId(chatId);
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    Role role() {
        return role;
    }

    Membership toMembership() {
        return new Membership(
                new ChatId(chatId), account(), role, readSeq, hiddenSeq, NotificationSetting.fromColumn(muted));
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
