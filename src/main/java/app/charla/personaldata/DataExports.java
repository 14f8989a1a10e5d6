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
 * Exports of people's own data: made in the background, one at a time for each person and one after the other for all,
 * and kept for a day. What a file holds, and that it is finished, is told by the file: nothing is lost with a restart
 * but what was being made.
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
     * Begins an export in place of any earlier one; while one is being made, nothing new begins.
     *
     * @param address the network address asking, for the log
     */
    public DataExport request(AccountId actor, String address) {
        DataExport before = running.get(actor);
        if (before != null && before.state() == State.RUNNING) {
            return before;
        }
        securityLog.record(actor, Kind.DATA_EXPORTED, "", address);
        delete(file(actor, FINISHED_SUFFIX));
        var begun = DataExport.running(0);
        running.put(actor, begun);
        worker.execute(() -> write(actor));
        return begun;
    }

    private void write(AccountId account) {
        Path part = file(account, UNFINISHED_SUFFIX);
        try {
            exportWriter.write(account, part, percent -> running.put(account, DataExport.running(percent)));
            Files.move(part, file(account, FINISHED_SUFFIX), StandardCopyOption.REPLACE_EXISTING);
            running.remove(account);
        } catch (IOException | RuntimeException failure) {
            log.warn("the export for account {} failed", account, failure);
            delete(part);
            running.put(account, DataExport.failed());
        }
    }

    /** The actor's export, if there is one. */
    public Optional<DataExport> export(AccountId actor) {
        DataExport present = running.get(actor);
        return present != null
                ? Optional.of(present)
                : expiry(file(actor, FINISHED_SUFFIX))
                        .filter(end -> clock.instant().isBefore(end))
                        .map(end -> new DataExport(State.READY, 100, end));
    }

    /**
     * The finished file, a ZIP.
     *
     * @throws NotFoundException if there is none, or its time is over
     */
    public Path file(AccountId actor) {
        if (export(actor).filter(export -> export.state() == State.READY).isEmpty()) {
            throw new NotFoundException();
        }
        return file(actor, FINISHED_SUFFIX);
    }

    /** Removes what is left of an account's exports. */
    void discard(AccountId account) {
        running.remove(account);
        delete(file(account, FINISHED_SUFFIX));
    }

    /** Removes what is too old, and what a stop of the process left unfinished. */
    @Scheduled(fixedDelay = 30, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void deleteExpired() {
        try (Stream<Path> all = Files.list(folder())) {
            all.filter(file -> expiry(file)
                            .map(end -> !clock.instant().isBefore(end))
                            .orElse(true))
                    .forEach(DataExports::delete);
        } catch (IOException failure) {
            log.warn("old exports stay for now", failure);
        }
    }

    private static Optional<Instant> expiry(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.getLastModifiedTime(file).toInstant().plus(TTL))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Path file(AccountId account, String ending) {
        return folder().resolve(account + ending);
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
