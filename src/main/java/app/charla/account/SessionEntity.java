package app.charla.account;

import app.charla.account.Session.Kind;
import app.charla.account.Session.Reach;
import app.charla.account.Session.Scope;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.tomcat.util.net.IPv6Utils;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "session")
@SuppressWarnings("NullAway.Init")
class SessionEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    private byte[] tokenHash;
    private String label;
    private String address;
    private Instant createdAt;
    private Instant lastUsedAt;
    private Instant expiresAt;
    private Instant provedAt;
    private @Nullable String device;
    private @Nullable UUID spaceId;
    private @Nullable UUID chatId;

    @Transient
    private boolean isNew;

    protected SessionEntity() {}

    /** Creates a session that counts as freshly authenticated. */
    static SessionEntity signedIn(
            AccountId account, Kind kind, byte[] tokenHash, String label, String device, Instant now) {
        var session = new SessionEntity(account, kind, Scope.ADMIN, tokenHash, label, now);
        session.provedAt = now;
        session.device = device;
        return session;
    }

    /** Creates the session of a personal access token, which does not count as authenticated. */
    static SessionEntity personal(
            AccountId account,
            Scope scope,
            Reach reach,
            byte[] tokenHash,
            String label,
            Instant now,
            Instant expiresAt) {
        var session = new SessionEntity(account, Kind.PERSONAL, scope, tokenHash, label, now);
        session.expiresAt = expiresAt;
        session.spaceId = reach.space() == null ? null : reach.space().value();
        session.chatId = reach.chat() == null ? null : reach.chat().value();
        return session;
    }

    private SessionEntity(AccountId account, Kind kind, Scope scope, byte[] tokenHash, String label, Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.accountId = account.value();
        this.kind = kind;
        this.scope = scope;
        this.tokenHash = tokenHash;
        this.label = label;
        this.address = "";
        this.createdAt = now;
        this.lastUsedAt = now;
        this.provedAt = Instant.EPOCH;
        this.isNew = true;
    }

    /** Records a use, which extends the session; a personal access token keeps its expiry. */
    void recordUse(Instant now, Duration life, String from) {
        lastUsedAt = now;
        if (kind != Kind.PERSONAL) {
            expiresAt = now.plus(life);
        }
        if (!from.isEmpty()) {
            address = from;
        }
    }

    void markReauthenticated(Instant now) {
        provedAt = now;
    }

    boolean reauthenticatedSince(Instant moment) {
        return provedAt.isAfter(moment);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Session toSession() {
        return new Session(
                id,
                new AccountId(accountId),
                kind,
                scope,
                label,
                IPv6Utils.canonize(address),
                createdAt,
                lastUsedAt,
                expiresAt,
                reach());
    }

    private Reach reach() {
        return spaceId == null
                ? Reach.EVERYTHING
                : new Reach(new SpaceId(spaceId), chatId == null ? null : new ChatId(chatId));
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    Kind kind() {
        return kind;
    }

    /** The key of the device that it is on; null for a personal access token. */
    @Nullable
    String device() {
        return device;
    }

    byte[] tokenHash() {
        return tokenHash;
    }
}
