package app.charla.libsql;

import org.jspecify.annotations.Nullable;

/** An error as servers tell it. The codes are not fixed by the specification, and sqld sends primary codes only. */
record ServerError(String message, @Nullable String code) {

    boolean codeStartsWith(String prefix) {
        return code != null && code.startsWith(prefix);
    }

    /** Returns whether others held the lock for as long as the server was ready to wait. */
    boolean isLock() {
        return codeStartsWith("SQLITE_BUSY") || codeStartsWith("TRANSACTION_BUSY");
    }
}
