package app.charla.notification;

import app.charla.core.AccountId;
import app.charla.crypto.Encryptor;
import app.charla.notification.PushSubscription.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.descriptor.java.UUIDJavaType.ToBytesTransformer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of push subscriptions in the directory, without any permission checks.
 *
 * <p>Each query is a transaction of the directory: within one of a space it would otherwise hold the directory's only
 * connection until that one ends.
 */
@Component
@Transactional
class PushRegister {

    /** Accounts in one query: SQLite accepts a limited number of parameters. */
    private static final int MAX_PARAMETERS = 500;

    /** Interval at which the last answer is stored: every time would cost a commit per notification. */
    private static final Duration ANSWER_INTERVAL = Duration.ofHours(1);

    private static final String NAMES =
            "id, session_id, account_id, service, created_at, answered_at, failure, target, retry_at";

    /**
     * A subscription with what sending needs.
     *
     * @param retryAt until when the push service wants to be left alone; null for not at all
     */
    record Device(
            PushSubscription subscription,
            PushTarget target,
            @Nullable Instant retryAt) {

        UUID id() {
            return subscription.id();
        }
    }

    private final JdbcClient directory;
    private final Encryptor encryptor;
    private final Clock clock;

    PushRegister(DataSource directory, Encryptor encryptor, Clock clock) {
        this.directory = JdbcClient.create(directory);
        this.encryptor = encryptor;
        this.clock = clock;
    }

    /** Stores a subscription. The same end point under another session, account or keys is replaced. */
    PushSubscription store(AccountId account, UUID session, PushTarget target) {
        var made = new PushSubscription(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                session,
                account,
                target.endpoint().getHost(),
                clock.instant(),
                null,
                null);
        directory
                .sql("""
                        insert into push_subscription
                          (id, session_id, account_id, endpoint_hash, target, service, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (endpoint_hash) do update set id = excluded.id, session_id = excluded.session_id,
                          account_id = excluded.account_id, target = excluded.target, created_at = excluded.created_at,
                          answered_at = null, failure = null, retry_at = null""")
                .params(
                        bytes(made.id()),
                        bytes(session),
                        bytes(account.value()),
                        target.digest(),
                        encryptor.encrypt(target.serialized()),
                        made.service(),
                        made.createdAt().toEpochMilli())
                .update();
        return made;
    }

    /** Returns the subscription of an end point. */
    Optional<Device> find(PushTarget target) {
        return directory
                .sql("select " + NAMES + " from push_subscription where endpoint_hash = ?")
                .param(target.digest())
                .query(this::device)
                .optional();
    }

    Optional<Device> find(UUID id) {
        return directory
                .sql("select " + NAMES + " from push_subscription where id = ?")
                .param(bytes(id))
                .query(this::device)
                .optional();
    }

    /** Returns the subscriptions of some accounts whose sessions have not expired. */
    List<Device> of(Collection<AccountId> accounts) {
        var all = List.copyOf(accounts);
        var found = new ArrayList<Device>();
        for (int i = 0; i < all.size(); i += MAX_PARAMETERS) {
            List<byte[]> part = ids(all.subList(i, Math.min(all.size(), i + MAX_PARAMETERS)));
            found.addAll(directory
                    .sql(
                            "select " + NAMES + " from push_subscription where account_id in (:accounts) and exists ("
                                    + "select 1 from session where session.id = session_id and session.expires_at > :now) order by id")
                    .param("accounts", part)
                    .param("now", clock.millis())
                    .query(this::device)
                    .list());
        }
        return found;
    }

    /** Returns which of some accounts have subscribed. */
    Set<AccountId> subscribed(Collection<AccountId> accounts) {
        var all = List.copyOf(accounts);
        var found = new HashSet<AccountId>();
        for (int i = 0; i < all.size(); i += MAX_PARAMETERS) {
            found.addAll(directory
                    .sql("select distinct account_id from push_subscription where account_id in (:accounts)")
                    .param("accounts", ids(all.subList(i, Math.min(all.size(), i + MAX_PARAMETERS))))
                    .query((row, number) -> new AccountId(uuid(row.getBytes(1))))
                    .list());
        }
        return found;
    }

    private static List<byte[]> ids(List<AccountId> accounts) {
        return accounts.stream().map(account -> bytes(account.value())).toList();
    }

    /** Returns whether anybody has subscribed. */
    boolean isAny() {
        return directory
                .sql("select exists (select 1 from push_subscription)")
                .query(Boolean.class)
                .single();
    }

    int countOf(UUID session) {
        return directory
                .sql("select count(*) from push_subscription where session_id = ?")
                .param(bytes(session))
                .query(Integer.class)
                .single();
    }

    /** Removes a subscription. Returns false if the account has none of this id. */
    boolean delete(AccountId account, UUID id) {
        return directory
                        .sql("delete from push_subscription where id = ? and account_id = ?")
                        .params(bytes(id), bytes(account.value()))
                        .update()
                > 0;
    }

    /** Removes a subscription that its push service no longer knows. */
    void deleteGone(UUID id) {
        directory
                .sql("delete from push_subscription where id = ?")
                .param(bytes(id))
                .update();
    }

    /** Records that the push service took a notification. */
    void recordAnswer(Device device) {
        Instant last = device.subscription().answeredAt();
        Instant now = clock.instant();
        if (last == null
                || last.isBefore(now.minus(ANSWER_INTERVAL))
                || device.subscription().failure() != null
                || device.retryAt() != null) {
            directory
                    .sql("update push_subscription set answered_at = ?, failure = null, retry_at = null where id = ?")
                    .params(now.toEpochMilli(), bytes(device.id()))
                    .update();
        }
    }

    /** Records why a notification did not arrive, and until when the push service wants to be left alone. */
    void recordFailure(Device device, Failure failure, @Nullable Instant retryAt) {
        directory
                .sql("update push_subscription set failure = ?, retry_at = nullif(?, 0) where id = ?")
                .params(failure.name(), retryAt == null ? 0L : retryAt.toEpochMilli(), bytes(device.id()))
                .update();
    }

    private Device device(ResultSet row, int number) throws SQLException {
        return new Device(
                new PushSubscription(
                        uuid(row.getBytes("id")),
                        uuid(row.getBytes("session_id")),
                        new AccountId(uuid(row.getBytes("account_id"))),
                        row.getString("service"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        instant(row, "answered_at"),
                        failure(row.getString("failure"))),
                PushTarget.deserialize(encryptor.decrypt(row.getString("target"))),
                instant(row, "retry_at"));
    }

    private static @Nullable Failure failure(@Nullable String name) {
        return name == null ? null : Failure.valueOf(name);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static byte[] bytes(UUID id) {
        return ToBytesTransformer.INSTANCE.transform(id);
    }

    static UUID uuid(byte[] bytes) {
        return ToBytesTransformer.INSTANCE.parse(bytes);
    }
}
