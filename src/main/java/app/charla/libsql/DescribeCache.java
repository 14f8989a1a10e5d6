package app.charla.libsql;

import app.charla.libsql.Response.Described;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cache of describe results by SQL text, until the schema changes. */
final class DescribeCache {

    private static final int MAX_ENTRIES = 500;

    private final Map<String, Described> texts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Described> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    synchronized @Nullable Described get(String sql) {
        return texts.get(sql);
    }

    synchronized void put(String sql, Described described) {
        texts.put(sql, described);
    }

    synchronized void clear() {
        texts.clear();
    }
}
