package app.charla.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;

/** Positions of the followers in the journal of a space. To be used in a transaction of the space. */
@Component
class FollowerPositions {

    /** Position of a follower without a row: it begins anew. */
    private static final long NOWHERE = -1;

    /**
     * Where a follower is in the journal.
     *
     * @param first the oldest entry of the journal, 0 if there is none
     * @param end the newest entry, 0 if there is none
     */
    record Place(long position, long first, long end) {

        /** Returns whether the journal has all entries since. */
        boolean isReachable() {
            return position >= 0 && position <= end && position + 1 >= first;
        }

        /** The number of entries that are passed over by going on at the end. */
        long skipped() {
            return position < 0 ? 0 : Math.max(0, end - position);
        }
    }

    private final EntityManager entities;

    FollowerPositions(@Qualifier("spaceEntityManagerFactory") EntityManagerFactory factory) {
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    Place of(String follower) {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        select coalesce((select position from follower where name = :name), :nowhere),
                          (select coalesce(min(position), 0) from journal),
                          (select coalesce(max(position), 0) from journal)""")
                .setParameter("name", follower)
                .setParameter("nowhere", NOWHERE)
                .getSingleResult();
        return new Place(number(row[0]), number(row[1]), number(row[2]));
    }

    /** Moves a follower; returns false if it is no longer where it was. */
    boolean move(String follower, long from, long to) {
        String change = from == NOWHERE
                ? "insert or ignore into follower (name, position) select :name, :to where :from = :from"
                : "update follower set position = :to where name = :name and position = :from";
        return entities.createNativeQuery(change)
                        .setParameter("name", follower)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .executeUpdate()
                > 0;
    }

    /** The position that all followers have reached; that of the newest entry if there is no follower. */
    long slowest() {
        return number(entities.createNativeQuery("""
                        select coalesce((select min(position) from follower),
                          (select coalesce(max(position), 0) from journal))""").getSingleResult());
    }

    /** The newest entry of the journal, 0 if there is none. */
    long end() {
        return number(entities.createNativeQuery("select coalesce(max(position), 0) from journal")
                .getSingleResult());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
