package app.charla.search;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.message.Message;
import app.charla.message.MessageBuilder;
import app.charla.search.Terms.Match;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;

/**
 * Scans the messages from the newest back, in growing steps, until there are enough matches or the time is up: through
 * the index where it reaches and the terms are long enough, else through the messages themselves. The message row
 * always decides whether it may be read and which text it has now.
 */
@Component
class MessageScanner {

    private static final long TIME_LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(140);
    private static final int FIRST_STEP = 250;
    private static final int MAX_STEP = 8_000;

    /** Message ids that a step covers for each message it may return. */
    private static final int IDS_PER_MESSAGE = 16;

    /** Maximum of message ids that a step covers: no step takes long compared with the time limit. */
    private static final int MAX_IDS_PER_STEP = 100_000;

    /** Chats up to this size are scanned instead of the index: the term may be common in other chats. */
    private static final int SMALL_CHAT_MESSAGES = 5_000;

    private static final String COLUMNS =
            "line.chat_id as chat_id, line.seq as seq, line.sender_id as sender_id, line.text as text, line.sent_at as sent_at";

    private final SearchIndex index;
    private final EntityManager entities;

    MessageScanner(SearchIndex index, @Qualifier("spaceEntityManagerFactory") EntityManagerFactory factory) {
        this.index = index;
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    /** @param end everything from here back is still to be searched; 0 if nothing is */
    record Found(List<Match> matches, long end) {}

    /** The messages of one step, and where it ended. */
    private record Batch(List<Message> messages, long end) {}

    /**
     * Returns the newest matches before an id. Called inside a transaction of the space.
     *
     * @param from a message id
     * @param most maximum of matches
     */
    Found find(SearchScope scope, Terms terms, long from, int most) {
        long deadline = System.nanoTime() + TIME_LIMIT_NANOS;
        String query = terms.indexQuery();
        long indexed = query.isEmpty() || isSmall(scope.chat()) ? 0 : index.position();
        var matches = new ArrayList<Match>();
        long end = Math.min(from, newestId() + 1);
        for (int step = FIRST_STEP; end > 1; step = Math.min(step * 4, MAX_STEP)) {
            Batch batch = end - 1 > indexed
                    ? scanMessages(scope, terms, Math.max(indexed + 1, 1), end, step)
                    : searchIndexed(scope, query, end, step);
            for (Message message : batch.messages()) {
                terms.match(message).ifPresent(matches::add);
                if (matches.size() == most) {
                    return new Found(matches, message.id().value());
                }
            }
            end = batch.end();
            if (System.nanoTime() > deadline) {
                return new Found(matches, end > 1 ? end : 0);
            }
        }
        return new Found(matches, 0);
    }

    private long newestId() {
        return ((Number) entities.createNativeQuery("select coalesce(max(id), 0) from message")
                        .getSingleResult())
                .longValue();
    }

    private boolean isSmall(@Nullable UUID chat) {
        return chat != null
                && ((Number) entities.createNativeQuery(
                                                "select coalesce(max(seq), 0) from message where chat_id = :chat")
                                        .setParameter("chat", chat)
                                        .getSingleResult())
                                .longValue()
                        <= SMALL_CHAT_MESSAGES;
    }

    /** Searches the index and joins the messages that may be read. */
    private Batch searchIndexed(SearchScope scope, String terms, long before, int most) {
        NativeQuery<?> query = query(
                        "select found.rowid as id, " + COLUMNS + """
                 from (select rowid from search_text where search_text match :terms and rowid < :end
                       order by rowid desc limit :most) found
                left join message line on line.id = found.rowid and\s""" + scope.condition() + " order by found.rowid desc",
                        scope.parameters())
                .setParameter("terms", terms)
                .setParameter("end", before)
                .setParameter("most", most);
        List<?> rows = query.getResultList();
        return new Batch(messages(rows), rows.size() < most ? 0 : id(rows.getLast()));
    }

    /** Scans the messages; those of one chat in the order of that chat. */
    private Batch scanMessages(SearchScope scope, Terms terms, long from, long before, int most) {
        boolean ofChat = scope.chat() != null;
        List<String> uniform = terms.uniformWords();
        boolean selective = scope.selective() || !uniform.isEmpty() || terms.isEmpty();
        int reach = Math.min(most * (selective ? IDS_PER_MESSAGE * 4 : IDS_PER_MESSAGE / 4), MAX_IDS_PER_STEP);
        long floor = ofChat ? from : Math.max(from, before - reach);
        var sql = new StringBuilder("select line.id as id, ")
                .append(COLUMNS)
                .append(" from message line where ")
                .append(ofChat ? "+line.id" : "line.id")
                .append(" < :end and ")
                .append(ofChat ? "+line.id" : "line.id")
                .append(" >= :floor and ")
                .append(scope.condition());
        for (int i = 0; i < uniform.size(); i++) {
            sql.append(" and instr(line.text, :word").append(i).append(") > 0");
        }
        sql.append(ofChat ? " order by line.seq desc limit :most" : " order by line.id desc limit :most");
        NativeQuery<?> query = query(sql.toString(), scope.parameters())
                .setParameter("end", before)
                .setParameter("floor", floor)
                .setParameter("most", most);
        for (int i = 0; i < uniform.size(); i++) {
            query.setParameter("word" + i, uniform.get(i));
        }
        List<?> rows = query.getResultList();
        return new Batch(messages(rows), rows.size() < most ? floor : id(rows.getLast()));
    }

    private NativeQuery<?> query(String sql, Map<String, Object> parameters) {
        NativeQuery<?> query = entities.createNativeQuery(sql)
                .unwrap(NativeQuery.class)
                .addScalar("id", Long.class)
                .addScalar("chat_id", UUID.class)
                .addScalar("seq", Long.class)
                .addScalar("sender_id", UUID.class)
                .addScalar("text", String.class)
                .addScalar("sent_at", Long.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static long id(Object row) {
        return (Long) ((Object[]) row)[0];
    }

    private static List<Message> messages(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> row[1] != null) // in the index, but not readable
                .map(MessageScanner::message)
                .toList();
    }

    /** Builds a message of what decides whether it matches; the hits are loaded whole. */
    private static Message message(Object[] row) {
        return new MessageBuilder(
                        new MessageId((Long) row[0]),
                        new ChatId((UUID) row[1]),
                        (Long) row[2],
                        new AccountId((UUID) row[3]),
                        Instant.ofEpochMilli((Long) row[5]))
                .text((String) row[4])
                .build();
    }
}
