package app.charla.notification;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.message.UnreadCounts;
import app.charla.notification.PushRegister.Device;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Summary of what quiet hours held back: one notification when they end, if there is still something unread. */
@Component
class QuietSummary {

    private static final String TOPIC = PushNotification.topic("summary");
    private static final int TTL = (int) Duration.ofHours(12).toSeconds();

    private final NotificationSettingsService settings;
    private final AccountService accounts;
    private final UnreadCounts unread;
    private final NotificationContents contents;
    private final PushRegister register;
    private final PushSender sender;
    private final Clock clock;

    QuietSummary(
            NotificationSettingsService settings,
            AccountService accounts,
            UnreadCounts unread,
            NotificationContents contents,
            PushRegister register,
            PushSender sender,
            Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.unread = unread;
        this.contents = contents;
        this.register = register;
        this.sender = sender;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 20, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
    void send() {
        Instant now = clock.instant();
        for (AccountId account : settings.heldUntil(now)) {
            if (send(account)) {
                settings.release(account, now);
            }
        }
    }

    /** Returns false if there is no room among what is on its way. */
    private boolean send(AccountId account) {
        List<Device> devices = register.of(List.of(account));
        int count = unread.counts(account).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (devices.isEmpty() || count == 0) {
            return true;
        }
        try {
            Account person = accounts.account(account);
            var notification = new PushNotification(
                    TOPIC,
                    false,
                    TTL,
                    PushNotification.payload(
                            contents.ofSummary(count, person.preferences().language())),
                    null);
            return devices.stream().allMatch(device -> sender.send(device, notification, () -> {}));
        } catch (NotFoundException gone) {
            return true;
        }
    }
}
