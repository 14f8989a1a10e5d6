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
 * The connection of a stream, taken over from HTTP once its head is sent. Tomcat keeps about 80 KiB of buffers for a
 * request that is still being answered; a connection taken over keeps its socket's only, writes without passing through
 * them, and tells at once when its client is gone. WebSockets stand on the same ground.
 *
 * <p>Public because Tomcat makes it; called by Tomcat's threads, but for {@link #write}, {@link #flush} and
 * {@link #close}, which one thread at a time may call.
 */
public final class EventConnection implements InternalHttpUpgradeHandler {

    private @Nullable SocketWrapperBase<?> socket;
    private @Nullable EventStream stream;

    /** Tells for whom this connection is, before the request that it was made from is done. */
    void carry(EventStream owner) {
        stream = owner;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        stream().connected(this);
    }

    /** Tomcat reports the client: it takes bytes again, sent something that nobody asked for, or is gone. */
    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        switch (event) {
            case OPEN_WRITE -> stream().proceed();
            case OPEN_READ -> {
                if (isGone()) {
                    stream().end();
                }
            }
            default -> stream().end();
        }
        return socket().isClosed() ? SocketState.CLOSED : SocketState.UPGRADED;
    }

    private boolean isGone() {
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
     * Writes without waiting.
     *
     * @return false if the client takes no more: the stream is told when it does
     */
    boolean write(byte[] frames) throws IOException {
        socket().write(false, frames, 0, frames.length);
        return socket().canWrite() || flush();
    }

    /**
     * Sends what was written, without waiting.
     *
     * @return false if some of it is left: the stream is told when the client takes more
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
            throw new IllegalStateException("the connection carries no stream");
        }
        return stream;
    }

    @Override
    public void setSslSupport(@Nullable SSLSupport support) {
        // the stream does not ask by whose certificate
    }

    @Override
    public void timeoutAsync(long now) {
        // EventStreams has a timer
    }

    @Override
    public void pause() {
        // STOP follows
    }

    @Override
    public void destroy() {
        stream().end();
    }
}
