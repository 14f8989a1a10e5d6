package app.charla.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An SQL condition on a message aliased as {@code line}.
 *
 * @param sql with {@code {0}}, {@code {1}} for its values
 * @param values what is bound, in order
 */
record SearchCondition(String sql, List<Object> values) {

    static SearchCondition sentBy(UUID account) {
        return new SearchCondition("line.sender_id = {0}", List.of(account));
    }

    static SearchCondition inChat(UUID chat) {
        return new SearchCondition("line.chat_id = {0}", List.of(chat));
    }

    static SearchCondition mentioning(UUID account) {
        return new SearchCondition(
                "exists (select 1 from mention where message_id = line.id and account_id = {0})", List.of(account));
    }

    static SearchCondition sentSince(Instant start) {
        return new SearchCondition("line.sent_at >= {0}", List.of(start.toEpochMilli()));
    }

    static SearchCondition sentBefore(Instant end) {
        return new SearchCondition("line.sent_at < {0}", List.of(end.toEpochMilli()));
    }

    /** @param end exclusive */
    static SearchCondition sentBetween(Instant start, Instant end) {
        return new SearchCondition(
                "(line.sent_at >= {0} and line.sent_at < {1})", List.of(start.toEpochMilli(), end.toEpochMilli()));
    }

    static SearchCondition matching(MessageFilter filter) {
        return new SearchCondition(filter.condition(), List.of());
    }

    /** Returns the opposite. */
    SearchCondition negated() {
        return new SearchCondition("not (" + sql + ")", values);
    }

    /** Returns the SQL with named parameters that begin with a prefix: {@code prefix0}, {@code prefix1}. */
    String sql(String prefix) {
        String named = sql;
        for (int i = 0; i < values.size(); i++) {
            named = named.replace("{" + i + "}", ":" + prefix + i);
        }
        return named;
    }
}
