package app.charla.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reader of the journal of a space. To be used inside {@link SpaceStore#read}. */
@Component
public class Journal {

    private final JournalRepository entries;

    Journal(JournalRepository entries) {
        this.entries = entries;
    }

    /** Returns the position of the newest entry, 0 if there is none. */
    public long position() {
        return entries.lastPosition();
    }

    /** Returns the position of the newest entry before a time, 0 if there is none. */
    public long position(Instant time) {
        return entries.lastPositionBefore(time);
    }

    /**
     * Returns the entries after a position, in order.
     *
     * @param limit the maximum number of entries
     * @return empty if the journal no longer reaches back that far or has more entries than the limit: the caller then
     * loads the present state instead
     */
    public Optional<List<JournalEntry>> since(long position, int limit) {
        if (position < 0 || position + 1 < entries.firstPosition() || position > entries.lastPosition()) {
            return Optional.empty();
        }
        List<JournalEntry> lines = entries.findByPositionGreaterThanOrderByPosition(position, Limit.of(limit + 1));
        return lines.size() > limit ? Optional.empty() : Optional.of(lines);
    }
}
