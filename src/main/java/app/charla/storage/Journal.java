package app.charla.storage;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reads a space's journal. Called inside {@link SpaceStore#read}. */
@Component
public class Journal {

    private final JournalRepository entries;

    Journal(JournalRepository entries) {
        this.entries = entries;
    }

    /** The position of the newest line, 0 when there is none. */
    public long position() {
        return entries.lastPosition();
    }

    /**
     * The lines after a position, in order.
     *
     * @param limit the most lines to read
     * @return empty if the journal no longer reaches back that far or if there are more lines than the limit: the
     *     caller then loads the present state instead
     */
    public Optional<List<JournalEntry>> since(long position, int limit) {
        if (position < 0 || position + 1 < entries.firstPosition() || position > entries.lastPosition()) {
            return Optional.empty();
        }
        List<JournalEntry> lines = entries.findByPositionGreaterThanOrderByPosition(position, Limit.of(limit + 1));
        return lines.size() > limit ? Optional.empty() : Optional.of(lines);
    }
}
