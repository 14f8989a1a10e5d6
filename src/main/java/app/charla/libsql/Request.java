package app.charla.libsql;

import java.util.List;

/** Request of a pipeline. */
sealed interface Request {

    /** The name of this request, and of its answer, on the wire. */
    String type();

    record Execute(Stmt stmt) implements Request {
        @Override
        public String type() {
            return "execute";
        }
    }

    record Batch(List<Step> steps) implements Request {
        @Override
        public String type() {
            return "batch";
        }
    }

    record Describe(String sql) implements Request {
        @Override
        public String type() {
            return "describe";
        }
    }

    record StoreSql(int id, String sql) implements Request {
        @Override
        public String type() {
            return "store_sql";
        }
    }

    record GetAutocommit() implements Request {
        @Override
        public String type() {
            return "get_autocommit";
        }
    }

    /** Nothing may follow it in a pipeline: servers answer 400 and forget everything. */
    record Close() implements Request {
        @Override
        public String type() {
            return "close";
        }
    }
}
