package app.charla.libsql;

import org.jspecify.annotations.Nullable;

/** One step of a batch: a statement and, unless it always runs, the condition for it. */
record Step(@Nullable Condition condition, Stmt stmt) {}
