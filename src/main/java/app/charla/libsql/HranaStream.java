package app.charla.libsql;

import app.charla.libsql.HranaException.Kind;
import app.charla.libsql.JsonResponses.CursorHeader;
import app.charla.libsql.JsonResponses.Pipeline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A stream: the server's side of a connection, alive from its first request to {@link Request.Close} or to ten idle
 * seconds. Each answer brings the baton for the next request, so one request is under way at a time.
 */
final class HranaStream {

    private static final Duration PING_LIMIT = Duration.ofSeconds(4);

    private final HranaClient client;
    private final ReentrantLock lock = new ReentrantLock();
    private final SqlStore store = new SqlStore();
    private URI base;
    private @Nullable String baton;
    private boolean dead;

    HranaStream(HranaClient client) {
        this.client = client;
        this.base = client.options().base();
    }

    /** Returns whether the server holds something for this stream. */
    boolean isOpen() {
        lock.lock();
        try {
            return baton != null;
        } finally {
            lock.unlock();
        }
    }

    List<Response> pipeline(List<Request> requests, Deadline deadline) throws HranaException {
        lock.lock();
        try {
            requireAlive();
            List<Request> all = new ArrayList<>(store.prepare(requests));
            int added = all.size();
            all.addAll(requests);
            Pipeline answer = client.pipeline(base, baton, all, store.ids(), deadline);
            move(answer.baton(), answer.baseUrl());
            return answer.responses().subList(added, answer.responses().size());
        } catch (HranaException e) {
            lost(e.kind());
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Starts a cursor; the stream may be used again at once. */
    LineReader cursor(List<Step> steps, Deadline deadline) throws HranaException {
        lock.lock();
        try {
            requireAlive();
            LineReader feed = client.cursor(base, baton, steps, deadline);
            deadline.onCancel(feed::close);
            try {
                byte[] line = feed.next(deadline);
                if (line == null) {
                    throw new HranaException(Kind.LOST, "The answer broke off");
                }
                CursorHeader header = JsonResponses.cursorHeader(line);
                move(header.baton(), header.baseUrl());
                return feed;
            } catch (JacksonException e) {
                feed.close();
                throw new HranaException(Kind.LOST, "The answer is not what Hrana 3 prescribes");
            } catch (HranaException e) {
                feed.close();
                throw e;
            } finally {
                deadline.onCancel(null);
            }
        } catch (HranaException e) {
            lost(e.kind());
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the stream from expiring, unless a request is under way and does so anyway. */
    void ping() {
        if (!lock.tryLock()) {
            return;
        }
        try {
            if (baton != null && !dead) {
                Pipeline answer = client.pipeline(base, baton, List.of(), Map.of(), Deadline.within(PING_LIMIT));
                move(answer.baton(), answer.baseUrl());
            }
        } catch (HranaException e) {
            // Not closed: a cursor of the stream may still be arriving.
            move(null, null);
            dead = true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the server forget the stream, rolling back what is open there, without waiting for it. */
    void closeLater() {
        lock.lock();
        try {
            if (baton != null) {
                client.send(base, baton, new Request.Close());
                move(null, null);
            }
            dead = true;
        } finally {
            lock.unlock();
        }
    }

    private void requireAlive() throws HranaException {
        if (dead) {
            throw new HranaException(Kind.STREAM_GONE, "The server has dropped the stream");
        }
    }

    private void lost(Kind kind) {
        if (kind.streamMayLive()) {
            // Its baton may still be good, and then locks are held until the stream expires.
            closeLater();
        }
        move(null, null);
        dead = true;
    }

    private void move(@Nullable String nextBaton, @Nullable String baseUrl) {
        boolean wasOpen = baton != null;
        baton = nextBaton;
        if (nextBaton == null) {
            store.clear();
        }
        if (!wasOpen && nextBaton != null) {
            client.streamOpened();
        } else if (wasOpen && nextBaton == null) {
            client.streamEnded();
        }
        if (baseUrl != null && nextBaton != null) {
            URI next = Hosts.follow(base, baseUrl);
            if (next == null) {
                closeLater();
            } else {
                base = next;
            }
        }
    }

    /** The SQL texts the server keeps for this stream, so that a long one used again travels once. */
    private static final class SqlStore {
        private static final int MIN_LENGTH = 200;
        /** Servers take less than 5000 bytes and at most 50 texts. */
        private static final int MAX_BYTES = 4999;

        private static final int MAX_STORED = 40;

        private final Map<String, Integer> uses = new HashMap<>();
        private final Map<String, Integer> ids = new HashMap<>();

        Map<String, Integer> ids() {
            return Map.copyOf(ids);
        }

        void clear() {
            ids.clear();
            uses.clear();
        }

        /** @return what must be asked before, so that the statements can refer to stored texts */
        List<Request> prepare(List<Request> requests) {
            List<Request> before = new ArrayList<>();
            for (Request request : requests) {
                if (request instanceof Request.Batch(List<Step> steps)) {
                    steps.forEach(step -> use(step.stmt().sql(), before));
                }
            }
            return before;
        }

        private void use(String sql, List<Request> before) {
            if (sql.length() <= MIN_LENGTH || uses.merge(sql, 1, Integer::sum) != 2 || ids.size() == MAX_STORED) {
                return;
            }
            if (sql.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
                int id = ids.size() + 1;
                ids.put(sql, id);
                before.add(new Request.StoreSql(id, sql));
            }
        }
    }
}
