package app.charla.http;

import app.charla.http.TimedHttpProtocol.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's parser of the requests of a connection, with limits for slow ones. Used by one thread at a time. */
final class TimedProcessor extends Http11Processor {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Duration headTimeout;
    private final Duration writeTimeout;
    private final int maxSwallowed;
    private final RatedInput body;
    private final Adapter timedAdapter;

    TimedProcessor(TimedHttpProtocol protocol, Limits limits, Duration writeTimeout) {
        super(protocol, protocol.getAdapter());
        this.headTimeout = limits.head();
        this.writeTimeout = writeTimeout;
        this.maxSwallowed = protocol.getMaxSwallowSize();
        this.body = new RatedInput(request.getInputBuffer(), limits.window(), limits.minBytes());
        this.timedAdapter = new TimedAdapter(adapter);
        request.setInputBuffer(body);
    }

    /** Called whenever bytes arrive while the head of a request is incomplete, or while there is none. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        if (millisLeft() <= 0) {
            return SocketState.CLOSED;
        }
        socket.setWriteTimeout(writeTimeout.toMillis());
        SocketState state = super.service(socket);
        if (state == SocketState.LONG && !isAsync()) { // the head is incomplete
            socket.setReadTimeout(Math.max(1, millisLeft()));
        }
        return state;
    }

    /** Time left for the head of the request that has begun to arrive; all of it if there is none. */
    private long millisLeft() {
        long begun = request.getStartTimeNanos(); // negative without a request
        return headTimeout.toMillis() - (begun < 0 ? 0 : (System.nanoTime() - begun) / NANOS_PER_MILLI);
    }

    @Override
    public Adapter getAdapter() {
        return timedAdapter;
    }

    /**
     * Reads what the application left of a body, so that the next request can follow: Tomcat would do so without looking at
     * the rate.
     */
    private void swallowBody() {
        if (!isLeft()) {
            return;
        }
        var discarded = new DiscardedBytes();
        try {
            while (isLeft() && body.count() <= maxSwallowed) {
                if (request.doRead(discarded) < 0) {
                    return;
                }
            }
        } catch (IOException slowOrGone) {
            setErrorState(ErrorState.CLOSE_CONNECTION_NOW, slowOrGone);
        }
    }

    private boolean isLeft() {
        return !isAsync()
                && !isUpgrade()
                && !getErrorState().isError()
                && !request.hasExpectation()
                && !isRequestBodyFullyRead();
    }

    /** A buffer of bytes that nobody wants; Tomcat changes its limit where the next request begins. */
    private static final class DiscardedBytes implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Tomcat brings buffers of its own
        }
    }

    /** The application, as Tomcat calls it. */
    private final class TimedAdapter implements Adapter {

        private final Adapter application;

        private TimedAdapter(Adapter application) {
            this.application = application;
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            body.begin();
            application.service(request, response);
            swallowBody();
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return application.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            return application.asyncDispatch(request, response, status);
        }

        @Override
        public void log(Request request, Response response, long time) {
            application.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            application.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return application.getDomain();
        }
    }
}
