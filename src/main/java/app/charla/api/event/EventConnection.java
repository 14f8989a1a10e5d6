package app.charla.api.event;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The TCP connection of an event stream, taken over from HTTP by an upgrade once the response head is sent. Tomcat keeps
 * about 80 KiB of buffers for a request in progress; an upgraded connection keeps only those of its socket, bypasses the
 * others when it writes, and notices at once when its client is gone. WebSockets use the same mechanism.
 *
 * <p>Public because Tomcat creates it. Tomcat's threads call it, except for {@link #write}, {@link #flush} and
 * {@link #close}, which one thread at a time may call.
 *
 * @see <a href="../../../../../../docs/decisions/042-event-streams-on-the-bare-connection.md">decision 042</a>
 */
public final class EventConnection implements InternalHttpUpgradeHandler {

    private @Nullable SocketWrapperBase<?> socket;
    private @Nullable EventStream stream;

    /** Attaches the stream, before the request of the upgrade ends. */
    void attach(EventStream owner) {
        stream = owner;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        stream().onConnected(this);
    }

    /** Tomcat reports that the connection is writable again, or that its client sent something or is gone. */
    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        switch (event) {
            case OPEN_WRITE -> stream().drain();
            case OPEN_READ -> {
                if (isClosedByClient()) {
                    stream().end();
                }
            }
            default -> stream().end();
        }
        return socket().isClosed() ? SocketState.CLOSED : SocketState.UPGRADED;
    }

    private boolean isClosedByClient() {
        var ignored = new byte[256];
        try {
            int count = ignored.length;
            while (count == ignored.length) {
                count = socket().read(false, ignored, 0, ignored.length);
            }
            return count < 0;
        } catch (IOException closed) {
            return true;
        }
    }

    /**
     * Writes without blocking.
     *
     * @return false if the client accepts no more: the stream is drained when it does
     */
    boolean write(byte[] frames) throws IOException {
        socket().write(false, frames, 0, frames.length);
        return socket().canWrite() || flush();
    }

    /**
     * Flushes without blocking.
     *
     * @return false if some bytes are left: the stream is drained when the client accepts more
     */
    boolean flush() throws IOException {
        boolean left = socket().flush(false);
        if (left) {
            socket().registerWriteInterest();
        }
        return !left;
    }

    void close() {
        socket().close();
    }

    private SocketWrapperBase<?> socket() {
        if (socket == null) {
            throw new IllegalStateException("there is no connection yet");
        }
        return socket;
    }

    private EventStream stream() {
        if (stream == null) {
            throw new IllegalStateException("no stream is attached");
        }
        return stream;
    }

    @Override
    public void setSslSupport(@Nullable SSLSupport support) {
        // not used
    }

    @Override
    public void timeoutAsync(long now) {
        // EventStreams sends the heartbeats
    }

    @Override
    public void pause() {
        // destroy follows
    }

    @Override
    public void destroy() {
        stream().end();
    }
}
