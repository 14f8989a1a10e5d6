package app.charla.storage;

import app.charla.core.NotFoundException;
import app.charla.core.UnavailableException;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open database of one space. It is opened by its first connection, and closed for good while no connection is in use.
 * If opening fails, callers fail fast for a while: the other spaces are not affected.
 */
final class SpaceDatabase {

    private static final Logger log = LoggerFactory.getLogger(SpaceDatabase.class);
    private static final long FIRST_PAUSE_NANOS = 1_000_000_000L;
    private static final long MAX_PAUSE_NANOS = 60_000_000_000L;

    private final String name;
    private final Supplier<DataSource> opening;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable DataSource source;
    private @Nullable RuntimeException illness;
    private long pause = FIRST_PAUSE_NANOS;
    private long notBefore;
    private int leases;
    private volatile boolean closing;
    private volatile long lastUse = System.nanoTime();

    SpaceDatabase(String name, Supplier<DataSource> opening) {
        this.name = name;
        this.opening = opening;
    }

    /**
     * Returns a connection, to be {@linkplain #release released}; null if the database was closed meanwhile.
     *
     * @throws UnavailableException if it cannot be opened
     */
    @Nullable
    Connection connect() throws SQLException {
        DataSource opened = lease();
        if (opened == null) {
            return null;
        }
        try {
            return opened.getConnection();
        } catch (SQLException | RuntimeException failure) {
            release();
            throw failure;
        }
    }

    private @Nullable DataSource lease() {
        lock.lock();
        try {
            return leased();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable DataSource leased() {
        if (closing && leases > 0) {
            throw new UnavailableException(new IllegalStateException("the database of " + name + " is being closed"));
        }
        if (closing) {
            return null;
        }
        DataSource opened = source == null ? open() : source;
        leases++;
        lastUse = System.nanoTime();
        return opened;
    }

    private DataSource open() {
        RuntimeException known = illness;
        if (known != null && System.nanoTime() - notBefore < 0) {
            throw new UnavailableException(known);
        }
        try {
            DataSource opened = opening.get();
            source = opened;
            illness = null;
            pause = FIRST_PAUSE_NANOS;
            return opened;
        } catch (NotFoundException nowhere) {
            throw nowhere;
        } catch (RuntimeException failure) {
            log.error("the database of {} cannot be opened; it is tried again later", name, failure);
            illness = failure;
            notBefore = System.nanoTime() + pause;
            pause = Math.min(2 * pause, MAX_PAUSE_NANOS);
            throw new UnavailableException(failure);
        }
    }

    /** Lets the next connection try to open the database at once, as the fault may have been mended. */
    void retry() {
        lock.lock();
        try {
            illness = null;
        } finally {
            lock.unlock();
        }
    }

    void release() {
        lock.lock();
        try {
            leases--;
            closeIfFree();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the database when the last connection is returned; no new ones are given out. */
    void close() {
        lock.lock();
        try {
            closing = true;
            closeIfFree();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the database if no connection is in use or being opened, without blocking. */
    boolean closeIfIdle() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (leases == 0) {
                close();
            }
            return leases == 0;
        } finally {
            lock.unlock();
        }
    }

    private void closeIfFree() {
        if (closing && leases == 0 && source instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    /** Returns the open database, if it is open, without blocking. */
    @Nullable
    DataSource source() {
        return closing ? null : source;
    }

    /** Time of the last use, by the clock of {@link System#nanoTime()}. */
    long lastUse() {
        return lastUse;
    }
}
