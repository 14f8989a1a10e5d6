package app.charla.libsql;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Heartbeat that keeps an idle stream from expiring. It does not keep others from stealing its write lock. */
final class Heartbeat {

    private final AtomicInteger left;
    private volatile @Nullable ScheduledFuture<?> beats;

    private Heartbeat(int most) {
        this.left = new AtomicInteger(most);
    }

    static Heartbeat start(HranaStream stream, Duration period, int most) {
        Heartbeat heartbeat = new Heartbeat(most);
        heartbeat.beats = HranaClient.every(period, () -> heartbeat.beat(stream));
        return heartbeat;
    }

    private void beat(HranaStream stream) {
        if (left.getAndDecrement() > 0) {
            stream.ping();
        } else {
            stop();
        }
    }

    void stop() {
        ScheduledFuture<?> current = beats;
        if (current != null) {
            current.cancel(false);
        }
    }
}
