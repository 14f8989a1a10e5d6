package app.charla.libsql;

import app.charla.libsql.HranaException.Kind;
import app.charla.libsql.JsonResponses.Pipeline;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Sends requests to one database. Shared by all connections to it, safe for many threads. Knows HTTP, and which
 * failures prove that nothing ran; only such requests are sent again.
 */
final class HranaClient {

    private static final int ATTEMPTS_WHEN_BUSY = 4;
    private static final Duration HOUSEKEEPING_LIMIT = Duration.ofSeconds(5);

    private final LibsqlOptions options;
    private final HttpClient http;
    private final Semaphore permits;
    private final Semaphore writePermits;
    private final AtomicInteger openStreams = new AtomicInteger();
    private final DescribeCache describeCache = new DescribeCache();

    /**
     * HTTP clients by connect timeout, the only setting in which they differ: each has a thread, and connections that the
     * databases of one server can share.
     */
    private static final Map<Duration, HttpClient> HTTP = new ConcurrentHashMap<>();

    /** Timer thread of all clients: it only starts tasks, none of which blocks. */
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("libsql-clock").factory());

    /** Ends on the server what nobody here can end any more. */
    static final Cleaner CLEANER = Cleaner.create();

    HranaClient(LibsqlOptions options) {
        this.options = options;
        this.permits = new Semaphore(options.maxConcurrentRequests(), true);
        this.writePermits =
                new Semaphore(Math.min(options.maxConcurrentWrites(), options.maxConcurrentRequests()), true);
        this.http = HTTP.computeIfAbsent(options.connectTimeout(), HranaClient::http);
    }

    private static HttpClient http(Duration connectTimeout) {
        // HTTP/1.1 by force: the upgrade java.net.http tries over cleartext makes sqld hang.
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
        if (!connectTimeout.isZero()) {
            builder.connectTimeout(connectTimeout);
        }
        return builder.build();
    }

    LibsqlOptions options() {
        return options;
    }

    DescribeCache describeCache() {
        return describeCache;
    }

    /** Returns the number of streams open on the server, as far as this client knows. */
    int openStreams() {
        return openStreams.get();
    }

    void streamOpened() {
        openStreams.incrementAndGet();
    }

    void streamEnded() {
        openStreams.decrementAndGet();
    }

    static ScheduledFuture<?> every(Duration period, Runnable action) {
        return CLOCK.scheduleAtFixedRate(
                () -> Thread.ofVirtual().start(action), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs requests on a stream of their own, which must end with {@link Request.Close}. */
    List<Response> once(List<Request> requests, Deadline deadline) throws HranaException {
        return pipeline(options.base(), null, requests, Map.of(), deadline).responses();
    }

    /** As {@link #once}, for requests that write. */
    List<Response> onceWriting(List<Request> requests, Deadline deadline) throws HranaException {
        takeWritePermit(deadline);
        try {
            return once(requests, deadline);
        } finally {
            returnWritePermit();
        }
    }

    /**
     * Waits for the right to write, which {@link #returnWritePermit} gives back. Writers wait for each other on the server, and
     * each that waits keeps a request under way: as many as there may be requests would leave none for the COMMIT of the
     * writer they wait for.
     */
    void takeWritePermit(Deadline deadline) throws HranaException {
        take(writePermits, deadline);
    }

    void returnWritePermit() {
        writePermits.release();
    }

    Pipeline pipeline(
            URI base, @Nullable String baton, List<Request> requests, Map<String, Integer> storedSql, Deadline deadline)
            throws HranaException {
        HttpRequest post = post(base, "v3/pipeline", JsonRequests.pipeline(baton, requests, storedSql));
        byte[] body = retrying(deadline, () -> {
            HttpResponse<byte[]> answer = exchange(post, info -> CappedBody.of(info.statusCode()), deadline);
            return accept(answer.statusCode(), answer, answer.body(), baton == null);
        });
        try {
            return JsonResponses.pipeline(body, requests);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /** Starts a cursor. The caller must read it to its end or close it. */
    LineReader cursor(URI base, @Nullable String baton, List<Step> steps, Deadline deadline) throws HranaException {
        HttpRequest post = post(base, "v3/cursor", JsonRequests.cursor(baton, steps));
        return retrying(deadline, () -> startCursor(post, baton == null, deadline));
    }

    private LineReader startCursor(HttpRequest post, boolean newStream, Deadline deadline) throws HranaException {
        BodyHandler<Object> handler = info -> info.statusCode() == 200
                ? BodySubscribers.mapping(BodySubscribers.ofPublisher(), Object.class::cast)
                : BodySubscribers.mapping(CappedBody.of(info.statusCode()), Object.class::cast);
        HttpResponse<Object> answer = exchange(post, handler, deadline);
        if (answer.body() instanceof byte[] error) {
            accept(answer.statusCode(), answer, error, newStream);
        }
        LineReader feed = new LineReader();
        @SuppressWarnings("unchecked")
        Publisher<List<ByteBuffer>> publisher = (Publisher<List<ByteBuffer>>) answer.body();
        publisher.subscribe(feed);
        return feed;
    }

    /** Sends a request whose answer nobody waits for. */
    void send(URI base, @Nullable String baton, Request request) {
        HttpRequest post = post(base, "v3/pipeline", JsonRequests.pipeline(baton, List.of(request), Map.of()));
        CompletableFuture<?> exchange = http.sendAsync(post, HttpResponse.BodyHandlers.discarding());
        CLOCK.schedule(() -> exchange.cancel(true), HOUSEKEEPING_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private interface Attempt<T> {
        T run() throws HranaException;
    }

    /** Tries again what certainly did not run: connections refused once, a busy server with growing pauses. */
    private static <T> T retrying(Deadline deadline, Attempt<T> attempt) throws HranaException {
        boolean unreachable = false;
        for (int tried = 1; ; tried++) {
            deadline.requireNotCancelled();
            try {
                return attempt.run();
            } catch (HranaException e) {
                boolean again = e.kind() == Kind.BUSY && tried < ATTEMPTS_WHEN_BUSY
                        || e.kind() == Kind.UNREACHABLE && !unreachable;
                if (!again || deadline.remainingNanos() == 0) {
                    throw e;
                }
                unreachable |= e.kind() == Kind.UNREACHABLE;
                deadline.backOff(tried);
            }
        }
    }

    private HttpRequest post(URI base, String path, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (options.token() != null && mayHaveToken(base)) {
            request.header("authorization", "Bearer " + options.token());
            if (options.encryptionKey() != null) {
                request.header("x-turso-encryption-key", options.encryptionKey());
            }
        }
        if (options.namespace() != null) {
            byte[] name = options.namespace().getBytes(StandardCharsets.UTF_8);
            request.header("x-namespace", options.namespace())
                    .header(
                            "x-namespace-bin",
                            Base64.getEncoder().withoutPadding().encodeToString(name));
        }
        return request.build();
    }

    /** A server may move a stream to another host; the token follows only to where it would be known anyway. */
    private boolean mayHaveToken(URI target) {
        return options.followForeignHosts() || Hosts.sameSite(options.base().getHost(), target.getHost());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler, Deadline deadline)
            throws HranaException {
        take(permits, deadline);
        try {
            deadline.requireNotCancelled();
            return deadline.await(http.sendAsync(request, handler));
        } catch (ExecutionException e) {
            throw transport(e.getCause() == null ? e : e.getCause());
        } finally {
            permits.release();
        }
    }

    private static void take(Semaphore permits, Deadline deadline) throws HranaException {
        try {
            if (!permits.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new HranaException(Kind.BUSY, "Too many requests wait for this server");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HranaException(Kind.NOT_SENT, "Interrupted", e);
        }
    }

    private HranaException transport(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException) {
                return new HranaException(
                        Kind.UNREACHABLE, "Cannot connect to " + options.base().getAuthority(), problem);
            }
        }
        String what = problem instanceof IOException ? "The connection broke" : "The exchange failed";
        return new HranaException(
                Kind.LOST, what + ": " + options.redact(String.valueOf(problem.getMessage())), problem);
    }

    private static HranaException unreadable(JacksonException e) {
        // Without the cause: its message may quote what was read.
        return new HranaException(Kind.LOST, "The answer is not what Hrana 3 prescribes: " + e.getOriginalMessage());
    }

    private byte[] accept(int status, HttpResponse<?> answer, byte[] body, boolean newStream) throws HranaException {
        if (status == 200) {
            return body;
        }
        ServerError error = describe(answer, body);
        String message = "HTTP " + status + ": " + options.redact(error.message());
        throw new HranaException(kind(status, error, newStream), message);
    }

    private static Kind kind(int status, ServerError error, boolean newStream) {
        return switch (status) {
            case 400 -> isAboutStream(error) ? Kind.STREAM_GONE : Kind.BAD_REQUEST;
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 429 -> Kind.BUSY;
            case 503 -> newStream ? Kind.BUSY : Kind.LOST;
            // A proxy that gave up waiting says 408 or 5xx: what it forwarded may have run.
            case 408 -> Kind.LOST;
            default -> status >= 300 && status < 500 ? Kind.REFUSED : Kind.LOST;
        };
    }

    private static boolean isAboutStream(ServerError error) {
        return error.codeStartsWith("STREAM_") || error.message().contains(" baton");
    }

    /** Error bodies are JSON in two shapes, plain text, or a page from a proxy. */
    private static ServerError describe(HttpResponse<?> answer, byte[] body) {
        String type = answer.headers().firstValue("content-type").orElse("");
        if (type.contains("html")) {
            return new ServerError("an HTML page (from a proxy?)", null);
        }
        try {
            ServerError error = JsonResponses.error(body);
            if (error != null) {
                return error;
            }
        } catch (JacksonException e) {
            return new ServerError(firstLine(body), null);
        }
        return new ServerError("no explanation", null);
    }

    private static String firstLine(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.isEmpty() || text.startsWith("<")) {
            return "no explanation";
        }
        String line = text.lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) : line;
    }
}
