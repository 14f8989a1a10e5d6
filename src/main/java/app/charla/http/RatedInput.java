package app.charla.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request with a lowest rate. Only time spent waiting for bytes counts: an application that reads slowly is not
 * the client's fault. Below everything that reads bodies: streams, forms, multipart.
 */
final class RatedInput implements InputBuffer {

    private final InputBuffer source;
    private final long windowNanos;
    private final int minBytes;
    private long waited;
    private long received;
    private long count;

    RatedInput(InputBuffer source, Duration window, int minBytes) {
        this.source = source;
        this.windowNanos = window.toNanos();
        this.minBytes = minBytes;
    }

    /** Begins the body of another request. */
    void begin() {
        waited = 0;
        received = 0;
        count = 0;
    }

    /** Bytes of this body so far. */
    long count() {
        return count;
    }

    /** @throws SocketTimeoutException if the body arrives too slowly */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        long begun = System.nanoTime();
        int read = source.doRead(handler);
        waited += System.nanoTime() - begun;
        if (read > 0) {
            received += read;
            count += read;
            requireRate();
        }
        return read;
    }

    private void requireRate() throws SocketTimeoutException {
        if (waited < windowNanos) {
            return;
        }
        if (received < minBytes) {
            throw new SocketTimeoutException("the body of the request arrives too slowly");
        }
        waited = 0;
        received = 0;
    }

    @Override
    public int available() {
        return source.available();
    }
}
