package app.charla.search;

import app.charla.core.SpaceId;
import app.charla.storage.SpaceStore;
import app.charla.unicode.FoldedText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;

/**
 * The trigram index of a space's messages, up to a journal position stored in the same database. Where the journal no
 * longer reaches back that far, as in a space that comes from elsewhere, or where texts were folded by earlier rules, the
 * index is rebuilt from the messages.
 *
 * @see <a href="../../../../../docs/decisions/021-search-index.md">decision 021</a>
 */
@Component
class SearchIndex {

    /** Rows per step: short enough that a sender does not notice the transaction. */
    private static final int BATCH_SIZE = 128;

    private final SpaceStore store;
    private final EntityManager entities;

    SearchIndex(SpaceStore store, @Qualifier("spaceEntityManagerFactory") EntityManagerFactory factory) {
        this.store = store;
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    /**
     * How far the index is.
     *
     * @param until where a rebuild ends; null while following the journal
     * @param form the {@link FoldedText#FORM} of what is indexed
     */
    private record State(long position, @Nullable Long until, long form, long first, long last) {

        /** Returns whether what is indexed is of the present form. */
        boolean isCurrent() {
            return form == FoldedText.FORM;
        }

        /** Returns whether the journal holds all changes since. */
        boolean isReachable() {
            return position <= last && position + 1 >= first;
        }
    }

    /**
     * One step of indexing.
     *
     * @param rebuild whether the index is emptied first
     * @param stale messages whose entries are deleted
     * @param words folded texts to insert, by message id
     */
    private record Step(
            State from,
            boolean rebuild,
            long position,
            @Nullable Long until,
            Collection<Long> stale,
            Map<Long, String> words) {}

    /** Follows the journal by one step. Returns false if there was nothing to do. */
    boolean follow(SpaceId space) {
        Step step = store.read(space, this::next);
        if (step == null) {
            return false;
        }
        return store.write(space, transaction -> apply(step));
    }

    /** As {@link #position()}, outside of a transaction. */
    long position(SpaceId space) {
        return store.read(space, this::position);
    }

    /**
     * The journal position up to which the index is complete; 0 if it is of an earlier form. Called inside
     * {@link SpaceStore#read}.
     */
    long position() {
        State state = state();
        return state.isCurrent() ? state.position() : 0;
    }

    private State state() {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        select position, until, form, (select coalesce(min(position), 0) from journal),
                          (select coalesce(max(position), 0) from journal)
                        from search_state where id = 1""").getSingleResult();
        return new State(
                number(row[0]), row[1] == null ? null : number(row[1]), number(row[2]), number(row[3]), number(row[4]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private @Nullable Step next() {
        State state = state();
        if (!state.isCurrent()) {
            return new Step(state, true, 0, state.last(), List.of(), Map.of());
        }
        Long until = state.until();
        if (until != null) {
            return nextFromMessages(state, until);
        }
        if (!state.isReachable()) {
            return new Step(state, true, 0, state.last(), List.of(), Map.of());
        }
        return state.position() == state.last() ? null : nextFromJournal(state);
    }

    private Step nextFromMessages(State state, long until) {
        List<?> rows = entities.createNativeQuery("""
                        select line.id, said.text from message line
                        left join message said on said.id = line.id and said.kind = 'TEXT' and said.deleted_at is null
                        where line.id > :position and line.id <= :until order by line.id limit :most""")
                .setParameter("position", state.position())
                .setParameter("until", until)
                .setParameter("most", BATCH_SIZE)
                .getResultList();
        var words = new LinkedHashMap<Long, String>();
        long position = state.position();
        for (Object row : rows) {
            position = number(((Object[]) row)[0]);
            put(words, position, ((Object[]) row)[1]);
        }
        boolean done = rows.size() < BATCH_SIZE;
        return new Step(state, false, done ? until : position, done ? null : until, List.of(), words);
    }

    private Step nextFromJournal(State state) {
        List<?> rows = entities.createNativeQuery("""
                        select line.position, line.message_id, message.text from journal line
                        left join message on message.id = line.message_id
                          and message.kind = 'TEXT' and message.deleted_at is null
                        where line.position > :position order by line.position limit :most""")
                .setParameter("position", state.position())
                .setParameter("most", BATCH_SIZE)
                .getResultList();
        var stale = new TreeSet<Long>();
        var words = new LinkedHashMap<Long, String>();
        long position = state.position();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            position = number(row[0]);
            if (row[1] != null) {
                long message = number(row[1]);
                if (message != position) { // changed since it was sent
                    stale.add(message);
                }
                put(words, message, row[2]);
            }
        }
        return new Step(state, false, position, null, stale, words);
    }

    private static void put(Map<Long, String> words, long message, @Nullable Object text) {
        if (text instanceof String written) {
            words.put(message, FoldedText.fold(written));
        }
    }

    private boolean apply(Step step) {
        int updated = entities.createNativeQuery("update search_state set position = :to, until = nullif(:until, 0),"
                        + " form = :form where id = 1 and position = :from and form = :seen")
                .setParameter("form", FoldedText.FORM)
                .setParameter("seen", step.from().form())
                .setParameter("to", step.position())
                .setParameter("until", step.until() == null ? 0L : step.until())
                .setParameter("from", step.from().position())
                .executeUpdate();
        if (updated > 0) { // otherwise another node did it
            entities.unwrap(Session.class).doWork(connection -> write(connection, step));
        }
        return true;
    }

    private static void write(Connection connection, Step step) throws SQLException {
        if (step.rebuild()) {
            try (PreparedStatement clear =
                    connection.prepareStatement("insert into search_text (search_text) values ('delete-all')")) {
                clear.executeUpdate();
            }
        }
        if (!step.stale().isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement("delete from search_text where rowid = ?")) {
                for (Long message : step.stale()) {
                    delete.setLong(1, message);
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        }
        if (!step.words().isEmpty()) {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into search_text (rowid, words) values (?, ?)")) {
                for (Map.Entry<Long, String> line : step.words().entrySet()) {
                    insert.setLong(1, line.getKey());
                    insert.setString(2, line.getValue());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
