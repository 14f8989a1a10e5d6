package app.charla.libsql;

import org.jspecify.annotations.Nullable;

/** A column of a result, with the type its table declares for it, if it comes from a table. */
record Column(String name, @Nullable String declaredType) {}
