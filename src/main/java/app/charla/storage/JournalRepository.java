package app.charla.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JournalRepository extends Repository<JournalEntry, Long> {

    @Query("select coalesce(max(e.position), 0) from JournalEntry e")
    long lastPosition();

    @Query("select coalesce(max(e.position), 0) from JournalEntry e where e.at < :time")
    long lastPositionBefore(Instant time);

    @Query("select coalesce(min(e.position), 0) from JournalEntry e")
    long firstPosition();

    Optional<JournalEntry> findByPosition(long position);

    @Modifying
    @Query("delete from JournalEntry e where e.position < :position")
    int deleteBefore(long position);

    List<JournalEntry> findByPositionGreaterThanOrderByPosition(long position, Limit limit);
}
