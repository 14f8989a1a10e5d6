package app.charla.libsql;

import app.charla.libsql.HranaException.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a body while it arrives. Asks for the next part only when the last is used up, so the server is
 * slowed down to the reader's pace; every wait has a limit, because a stalled body would otherwise block for ever.
 */
final class LineReader implements Flow.Subscriber<List<ByteBuffer>> {

    private record Signal(
            @Nullable List<ByteBuffer> parts, @Nullable Throwable problem) {}

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private List<ByteBuffer> parts = List.of();
    private int part;
    private boolean ended;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (closed) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> arrived) {
        signals.add(new Signal(arrived, null));
    }

    @Override
    public void onError(Throwable problem) {
        signals.add(new Signal(null, problem));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal(null, null));
    }

    /** Ends the exchange; a reader that waits gets {@link Kind#CANCELLED}. */
    void close() {
        closed = true;
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        signals.add(new Signal(null, null));
    }

    /** @return the next line that is not empty, or null after the last */
    byte @Nullable [] next(Deadline deadline) throws HranaException {
        while (true) {
            while (part < parts.size()) {
                if (takeLine(parts.get(part))) {
                    byte[] whole = line.toByteArray();
                    line.reset();
                    if (whole.length > 0) {
                        return whole;
                    }
                } else {
                    part++;
                }
            }
            if (ended) {
                return lastLine();
            }
            fill(deadline);
        }
    }

    private byte @Nullable [] lastLine() {
        byte[] rest = line.toByteArray();
        line.reset();
        return rest.length == 0 ? null : rest;
    }

    /** Moves bytes up to the end of the line, or of the buffer. */
    private boolean takeLine(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            byte next = buffer.get();
            if (next == '\n') {
                return true;
            }
            line.write(next);
        }
        return false;
    }

    private void fill(Deadline deadline) throws HranaException {
        if (!parts.isEmpty() && subscription instanceof Flow.Subscription current) {
            current.request(1);
        }
        Signal signal = poll(deadline);
        if (closed) {
            throw new HranaException(Kind.CANCELLED, "Cancelled");
        }
        if (signal == null) {
            close();
            throw deadline.tooLate();
        }
        if (signal.problem() != null) {
            throw new HranaException(Kind.LOST, "The answer broke off", signal.problem());
        }
        ended = signal.parts() == null;
        parts = signal.parts() == null ? List.of() : signal.parts();
        part = 0;
    }

    private @Nullable Signal poll(Deadline deadline) throws HranaException {
        try {
            return signals.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new HranaException(Kind.CANCELLED, "Interrupted", e);
        }
    }
}
