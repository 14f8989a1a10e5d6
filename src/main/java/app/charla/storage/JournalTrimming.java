package app.charla.storage;

import app.charla.core.SpaceId;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Trimming of the journals to a bounded length. A client that was away for longer than the journal reaches back loads
 * the present state instead of catching up, so nothing is lost.
 */
@Component
class JournalTrimming {

    /** Entries deleted per transaction, few enough that senders do not notice it. */
    private static final int BATCH_SIZE = 2_000;

    private final SpaceStore store;
    private final JournalRepository journal;
    private final StorageProperties settings;

    JournalTrimming(SpaceStore store, JournalRepository journal, StorageProperties settings) {
        this.store = store;
        this.journal = journal;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void trim() {
        trim(settings.journalLines());
    }

    void trim(int lines) {
        store.activeSpaces().forEach(space -> trim(space, lines));
    }

    private void trim(SpaceId space, int lines) {
        long first = store.read(space, journal::firstPosition);
        long keepFrom = store.read(space, journal::lastPosition) - lines + 1;
        while (first < keepFrom) {
            long end = Math.min(first + BATCH_SIZE, keepFrom);
            store.<Integer>write(space, transaction -> journal.deleteBefore(end));
            first = end;
        }
    }
}
