package app.charla.notification;

import app.charla.fetch.GuardedPost;
import app.charla.fetch.GuardedPost.Answer;
import app.charla.fetch.UnfetchableException;
import app.charla.notification.PushRegister.Device;
import app.charla.notification.PushRetries.Retry;
import app.charla.notification.PushSubscription.Failure;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends notifications to push services, many at once but no more than {@link #MAX_QUEUED} on their way. What a push service
 * does not take is sent again later, {@link #MAX_ATTEMPTS} times at most; a subscription that it no longer knows is removed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8030">RFC 8030</a>
 */
@Component
class PushSender {

    static final int MAX_CONCURRENT = 64;
    static final int MAX_QUEUED = 2_000;
    static final int MAX_ATTEMPTS = 6;

    private static final Logger log = LoggerFactory.getLogger(PushSender.class);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final int RETRY_FACTOR = 4;
    private static final Duration MAX_RETRY = Duration.ofDays(1);
    /** A subscription that waited longer than this for its turn is looked up again: its session may have ended. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Duration PUT_OFF = Duration.ofMinutes(2);

    private final PushProperties settings;
    private final PushKeys keys;
    private final PushRegister register;
    private final PushRetries retries;
    private final ReadCheck readCheck;
    private final GuardedPost post;
    private final Clock clock;
    private final Semaphore queued = new Semaphore(MAX_QUEUED);
    private final Semaphore running = new Semaphore(MAX_CONCURRENT);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    PushSender(
            PushProperties settings,
            PushKeys keys,
            PushRegister register,
            PushRetries retries,
            ReadCheck readCheck,
            GuardedPost post,
            Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.register = register;
        this.retries = retries;
        this.readCheck = readCheck;
        this.post = post;
        this.clock = clock;
    }

    /**
     * Sends a notification in the background.
     *
     * @param done runs when the push service has answered, or the notification is stored to be sent again
     * @return false, without running {@code done}, if too many are on their way
     */
    boolean send(Device device, PushNotification notification, Runnable done) {
        return submit(device, notification, 0, done);
    }

    private boolean submit(Device device, PushNotification notification, int attempts, Runnable done) {
        if (!settings.on()) {
            done.run();
            return true;
        }
        if (!queued.tryAcquire()) {
            return false;
        }
        long begun = System.nanoTime();
        workers.execute(() -> {
            try {
                running.acquire();
                try {
                    if (System.nanoTime() - begun < FRESH_NANOS
                            || register.find(device.id()).isPresent()) {
                        attempt(device, notification, attempts);
                    }
                } finally {
                    running.release();
                }
                done.run();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                log.warn(
                        "a notification could not be sent: {}",
                        failure.getClass().getName());
                done.run();
            } finally {
                queued.release();
            }
        });
        return true;
    }

    private void attempt(Device device, PushNotification notification, int attempts) {
        Instant now = clock.instant();
        Instant retryAt = device.retryAt();
        if (attempts == 0 && retryAt != null && now.isBefore(retryAt)) {
            retries.store(device.id(), notification, 0, retryAt);
            return;
        }
        try {
            settle(device, notification, attempts, exchange(device, notification));
        } catch (UnfetchableException unreachable) {
            again(device, notification, attempts, null);
        }
    }

    private Answer exchange(Device device, PushNotification notification) {
        PushTarget target = device.target();
        byte[] body = keys.get()
                .getBody(notification.payload().getBytes(StandardCharsets.UTF_8), target.p256dh(), target.auth());
        return post.post(target.endpoint(), keys.headers(target.endpoint(), notification), body);
    }

    private void settle(Device device, PushNotification notification, int attempts, Answer answer) {
        int status = answer.status();
        if (status == 404 || status == 410) {
            register.deleteGone(device.id());
        } else if (status == 429 || status >= 500) {
            again(device, notification, attempts, answer.retryAfter());
        } else if (status >= 200 && status < 300) {
            register.recordAnswer(device);
            forget(device, notification, attempts);
        } else {
            register.recordFailure(device, Failure.REFUSED, null);
            forget(device, notification, attempts);
        }
    }

    private void again(Device device, PushNotification notification, int attempts, @Nullable String retryAfter) {
        Instant now = clock.instant();
        Instant due = now.plus(pause(attempts, retryAfter, now));
        register.recordFailure(device, Failure.UNREACHABLE, due);
        if (attempts + 1 < MAX_ATTEMPTS) {
            retries.store(device.id(), notification, attempts + 1, due);
        } else {
            forget(device, notification, attempts);
        }
    }

    private void forget(Device device, PushNotification notification, int attempts) {
        if (attempts > 0) {
            retries.delete(device.id(), notification.topic());
        }
    }

    /** Returns how long to wait: as the push service asks, otherwise longer with each attempt. */
    static Duration pause(int attempts, @Nullable String retryAfter, Instant now) {
        Duration own = FIRST_RETRY.multipliedBy((long) Math.pow(RETRY_FACTOR, attempts));
        Duration asked = retryAfter == null ? null : parse(retryAfter.strip(), now);
        Duration pause = asked == null || asked.compareTo(Duration.ofSeconds(1)) < 0 ? own : asked;
        return pause.compareTo(MAX_RETRY) > 0 ? MAX_RETRY : pause;
    }

    /** Seconds or a date (RFC 9110, section 10.2.3). */
    private static @Nullable Duration parse(String retryAfter, Instant now) {
        try {
            if (retryAfter.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(retryAfter));
            }
            return Duration.between(
                    now,
                    ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    /** Sends again what is due, unless it was read meanwhile. */
    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void retry() {
        if (!settings.on()) {
            return;
        }
        Instant now = clock.instant();
        for (Retry retry : retries.take(now, now.plus(PUT_OFF))) {
            Device device = register.find(retry.subscription()).orElse(null);
            if (device != null && readCheck.isRead(device.subscription().account(), retry.notification())) {
                retries.delete(device.id(), retry.notification().topic());
            } else if (device != null) {
                submit(device, retry.notification(), Math.max(1, retry.attempts()), () -> {});
            }
        }
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
        workers.close();
    }
}
