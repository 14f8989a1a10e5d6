package app.charla.storage;

import app.charla.core.SpaceId;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks in the directory: which spaces may have journal entries that not every follower has passed. A mark is set before
 * the first commit and cleared on the writer's thread, so that no commit comes between.
 */
@Component
class FollowerMarks {

    private static final Logger log = LoggerFactory.getLogger(FollowerMarks.class);

    private final JdbcClient directory;
    private final Set<SpaceId> held = ConcurrentHashMap.newKeySet();

    FollowerMarks(DataSource directory) {
        this.directory = JdbcClient.create(directory);
    }

    /** Marks a space. Called by its writer before it commits. */
    void set(SpaceId space) {
        if (!held.contains(space)) {
            try {
                directory
                        .sql("insert or ignore into follower_mark (space_id) values (?)")
                        .param(bytes(space))
                        .update();
            } catch (RuntimeException failure) {
                throw StorageFailure.translate(failure);
            }
            held.add(space);
        }
    }

    /** Clears the mark of a space. Called by its writer; a directory that does not answer keeps the mark. */
    void clear(SpaceId space) {
        try {
            directory
                    .sql("delete from follower_mark where space_id = ?")
                    .param(bytes(space))
                    .update();
            held.remove(space);
        } catch (RuntimeException failure) {
            log.debug("the mark of space {} stays", space, failure);
        }
    }

    /** The spaces that are marked since the start of this process, or were before it. */
    Set<SpaceId> all() {
        return Set.copyOf(held);
    }

    /** Reads the marks that the process before this one left. */
    void load() {
        directory
                .sql("select space_id from follower_mark")
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(id -> held.add(space(id)));
    }

    private static byte[] bytes(SpaceId space) {
        return ByteBuffer.allocate(16)
                .putLong(space.value().getMostSignificantBits())
                .putLong(space.value().getLeastSignificantBits())
                .array();
    }

    private static SpaceId space(byte[] id) {
        var bytes = ByteBuffer.wrap(id);
        return new SpaceId(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
