package app.charla.search;

import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.message.MessageChanged;
import app.charla.message.MessagePosted;
import app.charla.storage.JournalFollower;
import app.charla.storage.SpaceStore;
import app.charla.unicode.FoldedText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
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
class SearchIndex implements JournalFollower {

    /** Rows per step: short enough that a sender does not notice the transaction. */
    private static final int BATCH_SIZE = 128;

    /** Pause per working time while people write. */
    private static final int REST_FACTOR = 25;

    private final SpaceStore store;
    private final SearchProperties settings;
    private final EntityManager entities;

    SearchIndex(
            SpaceStore store,
            SearchProperties settings,
            @Qualifier("spaceEntityManagerFactory") EntityManagerFactory factory) {
        this.store = store;
        this.settings = settings;
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    /**
     * Progress of the index.
     *
     * @param position the newest message of a rebuild
     * @param until where the rebuild ends; null while following the journal
     * @param form the {@link FoldedText#FORM} of what is indexed
     * @param followed the journal position up to which the index is complete, or will be after the rebuild
     */
    private record State(long position, @Nullable Long until, long form, long followed) {

        /** Returns whether what is indexed is of the present form. */
        boolean isCurrent() {
            return form == FoldedText.FORM;
        }
    }

    /**
     * Changes of the index in one step.
     *
     * @param rebuild whether the index is emptied first
     * @param stale messages whose entries are deleted
     * @param words folded texts to insert, by message id
     */
    private record Changes(boolean rebuild, Collection<Long> stale, Map<Long, String> words) {}

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean concerns(LiveEvent event) {
        return event instanceof MessagePosted || event instanceof MessageChanged;
    }

    @Override
    public Duration gathering() {
        return settings.gathering();
    }

    @Override
    public int restFactor() {
        return REST_FACTOR;
    }

    @Override
    public @Nullable Step next(SpaceId space, long position, long end) {
        State state = state();
        if (!state.isCurrent()) {
            return restart(space, end);
        }
        if (state.until() != null) {
            return nextFromMessages(state, state.until(), position);
        }
        return position == end ? null : nextFromJournal(state, position);
    }

    /** Begins to make the index anew from the messages: the journal is followed from its present end. */
    @Override
    public Step restart(SpaceId space, long end) {
        return step(state(), end, 0, end, new Changes(true, List.of(), Map.of()));
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
        if (!state.isCurrent()) {
            return 0;
        }
        return state.until() == null ? state.followed() : state.position();
    }

    private State state() {
        Object[] row = (Object[])
                entities.createNativeQuery("""
                        select position, until, form,
                          coalesce((select position from follower where name = :name), 0)
                        from search_state where id = 1""").setParameter("name", name()).getSingleResult();
        return new State(number(row[0]), row[1] == null ? null : number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private Step nextFromMessages(State state, long until, long followed) {
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
        return step(state, followed, position, done ? null : until, new Changes(false, List.of(), words));
    }

    private Step nextFromJournal(State state, long from) {
        List<?> rows = entities.createNativeQuery("""
                        select line.position, line.message_id, message.text from journal line
                        left join message on message.id = line.message_id
                          and message.kind = 'TEXT' and message.deleted_at is null
                        where line.position > :position order by line.position limit :most""")
                .setParameter("position", from)
                .setParameter("most", BATCH_SIZE)
                .getResultList();
        var stale = new TreeSet<Long>();
        var words = new LinkedHashMap<Long, String>();
        long position = from;
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
        return step(state, position, 0, null, new Changes(false, stale, words));
    }

    private static void put(Map<Long, String> words, long message, @Nullable Object text) {
        if (text instanceof String written) {
            words.put(message, FoldedText.fold(written));
        }
    }

    private Step step(State from, long followed, long position, @Nullable Long until, Changes changes) {
        return Step.to(followed, transaction -> {
            int updated = entities.createNativeQuery(
                            "update search_state set position = :to, until = nullif(:until, -1),"
                                    + " form = :form where id = 1 and position = :from and form = :seen")
                    .setParameter("form", FoldedText.FORM)
                    .setParameter("seen", from.form())
                    .setParameter("to", position)
                    .setParameter("until", until == null ? -1L : until)
                    .setParameter("from", from.position())
                    .executeUpdate();
            if (updated > 0) { // otherwise another process did it: while rebuilding, the place in the journal stays
                entities.unwrap(Session.class).doWork(connection -> write(connection, changes));
            }
        });
    }

    private static void write(Connection connection, Changes changes) throws SQLException {
        if (changes.rebuild()) {
            try (PreparedStatement clear =
                    connection.prepareStatement("insert into search_text (search_text) values ('delete-all')")) {
                clear.executeUpdate();
            }
        }
        if (!changes.stale().isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement("delete from search_text where rowid = ?")) {
                for (Long message : changes.stale()) {
                    delete.setLong(1, message);
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        }
        if (!changes.words().isEmpty()) {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into search_text (rowid, words) values (?, ?)")) {
                for (Map.Entry<Long, String> line : changes.words().entrySet()) {
                    insert.setLong(1, line.getKey());
                    insert.setString(2, line.getValue());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
