package app.charla.search;

import app.charla.core.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are searched, whatever their text: those that the actor may read now, by sender, chat, time, mentions
 * and filters.
 *
 * @param before exclusive
 * @param mentioned accounts that must be mentioned
 */
record SearchScope(
        Actor actor,
        @Nullable UUID chat,
        @Nullable UUID sender,
        @Nullable Instant after,
        @Nullable Instant before,
        Set<MessageFilter> filters,
        List<UUID> mentioned) {

    private static final String READABLE = """
            line.kind = 'TEXT' and line.deleted_at is null and line.chat_id in (
              select chat_id from membership where account_id = :reader
              union select id from chat where kind = 'PUBLIC')""";

    /** The SQL condition on a message aliased as {@code line}. */
    String condition() {
        var condition = new StringBuilder(READABLE);
        if (chat != null) {
            condition.append(" and line.chat_id = :chat");
        }
        if (sender != null) {
            condition.append(" and line.sender_id = :sender");
        }
        if (after != null) {
            condition.append(" and line.sent_at >= :after");
        }
        if (before != null) {
            condition.append(" and line.sent_at < :before");
        }
        for (int i = 0; i < mentioned.size(); i++) {
            condition
                    .append(" and exists (select 1 from mention where message_id = line.id and account_id = :mentioned")
                    .append(i)
                    .append(')');
        }
        filters.forEach(each -> condition.append(" and ").append(each.condition()));
        return condition.toString();
    }

    /** The parameters of the condition. */
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("reader", actor.account().value());
        if (chat != null) {
            parameters.put("chat", chat);
        }
        if (sender != null) {
            parameters.put("sender", sender);
        }
        if (after != null) {
            parameters.put("after", after.toEpochMilli());
        }
        if (before != null) {
            parameters.put("before", before.toEpochMilli());
        }
        for (int i = 0; i < mentioned.size(); i++) {
            parameters.put("mentioned" + i, mentioned.get(i));
        }
        return parameters;
    }
}
