package app.charla.libsql;

import java.util.List;

/** When a step of a batch runs. Hrana's {@code error} is left out: servers disagree about it on skipped steps. */
sealed interface Condition {

    /** The transaction is open. Without it a statement could run, and be committed, after a silent rollback. */
    Condition IN_TRANSACTION = new Not(new IsAutocommit());

    record Ok(int step) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record And(List<Condition> conditions) implements Condition {}

    record IsAutocommit() implements Condition {}

    static Condition and(Condition first, Condition second) {
        return new And(List.of(first, second));
    }
}
