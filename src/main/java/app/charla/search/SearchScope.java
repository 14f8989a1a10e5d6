package app.charla.search;

import app.charla.core.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are searched, whatever their text: those that the actor may read now, and that meet every condition.
 *
 * @param chat the one chat that is searched, also a condition; null for all
 * @param selective whether a condition lets few messages through, so that many are looked at in one step
 */
record SearchScope(Actor actor, @Nullable UUID chat, boolean selective, List<SearchCondition> conditions) {

    private static final String READABLE = """
            line.kind = 'TEXT' and line.deleted_at is null and line.chat_id in (
              select chat_id from membership where account_id = :reader
              union select id from chat where kind = 'PUBLIC')""";

    /** The SQL condition on a message aliased as {@code line}. */
    String condition() {
        var condition = new StringBuilder(READABLE);
        for (int i = 0; i < conditions.size(); i++) {
            condition.append(" and ").append(conditions.get(i).sql(prefix(i)));
        }
        return condition.toString();
    }

    /** The parameters of the condition. */
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("reader", actor.account().value());
        for (int i = 0; i < conditions.size(); i++) {
            List<Object> values = conditions.get(i).values();
            for (int j = 0; j < values.size(); j++) {
                parameters.put(prefix(i) + j, values.get(j));
            }
        }
        return parameters;
    }

    private static String prefix(int condition) {
        return "condition" + condition + "value";
    }
}
