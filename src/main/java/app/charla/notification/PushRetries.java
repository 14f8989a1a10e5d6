package app.charla.notification;

import app.charla.crypto.Encryptor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notifications that a push service did not take yet, in the directory. The newest of a topic replaces the others. */
@Component
@Transactional
class PushRetries {

    /** The maximum number of topics that wait for one subscription; more are dropped. */
    private static final int MAX_PER_SUBSCRIPTION = 50;

    private static final int BATCH_SIZE = 200;

    /** @param attempts how often it was sent in vain */
    record Retry(UUID subscription, PushNotification notification, int attempts) {}

    private final JdbcClient directory;
    private final Encryptor encryptor;

    PushRetries(DataSource directory, Encryptor encryptor) {
        this.directory = JdbcClient.create(directory);
        this.encryptor = encryptor;
    }

    void store(UUID subscription, PushNotification notification, int attempts, Instant due) {
        directory
                .sql("""
                        insert or replace into push_retry (subscription_id, topic, notification, attempts, due_at)
                        select id, ?, ?, ?, ? from push_subscription where id = ? and (
                          select count(*) from push_retry where subscription_id = push_subscription.id and topic <> ?) < ?""")
                .params(
                        notification.topic(),
                        encryptor.encrypt(notification.serialized()),
                        attempts,
                        due.toEpochMilli(),
                        PushRegister.bytes(subscription),
                        notification.topic(),
                        MAX_PER_SUBSCRIPTION)
                .update();
    }

    void delete(UUID subscription, String topic) {
        directory
                .sql("delete from push_retry where subscription_id = ? and topic = ?")
                .params(PushRegister.bytes(subscription), topic)
                .update();
    }

    /** Returns what is due, and puts it off so that nobody else takes it meanwhile. */
    List<Retry> take(Instant now, Instant putOff) {
        List<Retry> due = directory
                .sql("select subscription_id, notification, attempts from push_retry where due_at <= ? order by due_at"
                        + " limit " + BATCH_SIZE)
                .param(now.toEpochMilli())
                .query((row, number) -> new Retry(
                        PushRegister.uuid(row.getBytes(1)),
                        PushNotification.deserialize(encryptor.decrypt(row.getString(2))),
                        row.getInt(3)))
                .list();
        return due.stream()
                .filter(retry -> directory
                                .sql("update push_retry set due_at = ? where subscription_id = ? and topic = ? and"
                                        + " due_at <= ?")
                                .params(
                                        putOff.toEpochMilli(),
                                        PushRegister.bytes(retry.subscription()),
                                        retry.notification().topic(),
                                        now.toEpochMilli())
                                .update()
                        > 0)
                .toList();
    }
}
