package app.charla.notification;

import app.charla.core.AccountId;
import app.charla.notification.NotificationSettings.Privacy;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notification settings of accounts, and whom quiet hours keep something from. */
@Service
@Transactional
public class NotificationSettingsService {

    private static final int MINUTE_SECONDS = 60;
    private static final int MAX_DUE = 500;

    private final JdbcClient directory;

    NotificationSettingsService(DataSource directory) {
        this.directory = JdbcClient.create(directory);
    }

    /** Returns the actor's settings. */
    public NotificationSettings of(AccountId actor) {
        return directory
                .sql("select privacy, quiet_days, quiet_from, quiet_to from notification_settings where account_id = ?")
                .param(bytes(actor))
                .query((row, number) -> new NotificationSettings(
                        Privacy.valueOf(row.getString("privacy")),
                        QuietHours.of(row.getInt("quiet_days"), row.getInt("quiet_from"), row.getInt("quiet_to"))))
                .optional()
                .orElse(NotificationSettings.DEFAULT);
    }

    /** Replaces the actor's settings. */
    public NotificationSettings change(AccountId actor, NotificationSettings settings) {
        QuietHours quiet = settings.quietHours();
        directory
                .sql("insert or replace into notification_settings values (?, ?, ?, ?, ?)")
                .params(
                        bytes(actor),
                        settings.privacy().name(),
                        quiet.dayBits(),
                        minute(quiet.from()),
                        minute(quiet.to()))
                .update();
        return settings;
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / MINUTE_SECONDS;
    }

    /** Records that quiet hours kept something from an account until they end. */
    void hold(AccountId account, Instant end) {
        directory
                .sql("insert into notification_held values (?, ?) on conflict (account_id) do update set due_at ="
                        + " excluded.due_at where due_at <> excluded.due_at")
                .params(bytes(account), end.toEpochMilli())
                .update();
    }

    /** Returns accounts whose quiet hours have ended. */
    List<AccountId> heldUntil(Instant now) {
        return directory
                .sql("select account_id from notification_held where due_at <= ? limit " + MAX_DUE)
                .param(now.toEpochMilli())
                .query((row, number) -> new AccountId(PushRegister.uuid(row.getBytes(1))))
                .list();
    }

    /** Forgets what was held, once it was told. */
    void release(AccountId account, Instant now) {
        directory
                .sql("delete from notification_held where account_id = ? and due_at <= ?")
                .params(bytes(account), now.toEpochMilli())
                .update();
    }

    private static byte[] bytes(AccountId account) {
        return PushRegister.bytes(account.value());
    }
}
