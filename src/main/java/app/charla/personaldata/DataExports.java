package app.charla.personaldata;

import app.charla.account.SecurityEvent.Kind;
import app.charla.account.SecurityLog;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.core.UnavailableException;
import app.charla.personaldata.DataExport.State;
import app.charla.storage.SpaceFiles;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Personal-data exports: written in the background one after the other, at most one per account, and kept for a day. A
 * finished export is known by its file alone, so that a restart loses only the export being written.
 *
 * @see <a href="../../../../../docs/decisions/019-deletion-export-and-share-links.md">decision 019</a>
 */
@Service
public class DataExports {

    private static final Logger log = LoggerFactory.getLogger(DataExports.class);
    private static final Duration TTL = Duration.ofDays(1);
    private static final String FINISHED_SUFFIX = ".zip";
    private static final String UNFINISHED_SUFFIX = ".part";

    private final ExportWriter exportWriter;
    private final SpaceFiles files;
    private final SecurityLog securityLog;
    private final Clock clock;
    private final Map<AccountId, DataExport> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("data-export").factory());

    DataExports(ExportWriter exportWriter, SpaceFiles files, SecurityLog securityLog, Clock clock) {
        this.exportWriter = exportWriter;
        this.files = files;
        this.securityLog = securityLog;
        this.clock = clock;
    }

    /**
     * Starts an export, which replaces any earlier one. While one is running, returns that.
     *
     * @param address the IP address of the client, for the security log
     */
    public DataExport request(AccountId actor, String address) {
        DataExport previous = running.get(actor);
        if (previous != null && previous.state() == State.RUNNING) {
            return previous;
        }
        securityLog.record(actor, Kind.DATA_EXPORTED, "", address);
        delete(file(actor, FINISHED_SUFFIX));
        var started = DataExport.running(0);
        running.put(actor, started);
        worker.execute(() -> write(actor));
        return started;
    }

    private void write(AccountId account) {
        Path part = file(account, UNFINISHED_SUFFIX);
        try {
            exportWriter.write(account, part, percent -> running.put(account, DataExport.running(percent)));
            Files.move(part, file(account, FINISHED_SUFFIX), StandardCopyOption.REPLACE_EXISTING);
            running.remove(account);
        } catch (IOException | RuntimeException failure) {
            log.warn("data export of account {} failed", account, failure);
            delete(part);
            running.put(account, DataExport.failed());
        }
    }

    /** Returns the actor's export, if there is one. */
    public Optional<DataExport> export(AccountId actor) {
        DataExport present = running.get(actor);
        return present != null
                ? Optional.of(present)
                : expiry(file(actor, FINISHED_SUFFIX))
                        .filter(end -> clock.instant().isBefore(end))
                        .map(end -> new DataExport(State.READY, 100, end));
    }

    /**
     * Returns the finished file, a ZIP.
     *
     * @throws NotFoundException if there is none, or it has expired
     */
    public Path file(AccountId actor) {
        if (export(actor).filter(export -> export.state() == State.READY).isEmpty()) {
            throw new NotFoundException();
        }
        return file(actor, FINISHED_SUFFIX);
    }

    /** Deletes the export of an account. */
    void discard(AccountId account) {
        running.remove(account);
        delete(file(account, FINISHED_SUFFIX));
    }

    /** Deletes expired exports, and old unfinished ones of an earlier process. */
    @Scheduled(fixedDelay = 30, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void deleteExpired() {
        try (Stream<Path> paths = Files.list(folder())) {
            paths.filter(file -> expiry(file)
                            .map(end -> !clock.instant().isBefore(end))
                            .orElse(true))
                    .forEach(DataExports::delete);
        } catch (IOException failure) {
            log.warn("deleting expired exports failed", failure);
        }
    }

    private static Optional<Instant> expiry(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.getLastModifiedTime(file).toInstant().plus(TTL))
                    : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private Path file(AccountId account, String suffix) {
        return folder().resolve(account + suffix);
    }

    private Path folder() {
        try {
            return Files.createDirectories(files.workFolder().resolveSibling("exports"));
        } catch (IOException failure) {
            throw new UnavailableException(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }
}
