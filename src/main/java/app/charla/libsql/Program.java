package app.charla.libsql;

import app.charla.libsql.Response.Batched;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of one batch inside a transaction. Each runs only if the one before it succeeded and the transaction is
 * still open: a plain statement sent after a silent rollback would be committed by itself.
 */
final class Program {

    private final List<Step> steps = new ArrayList<>();
    private int begin = -1;
    private int rollback = -1;

    private Program() {}

    /** Begins a transaction on a new stream. */
    static Program beginning(List<String> initSql, String beginSql) {
        Program program = new Program();
        initSql.forEach(sql -> program.afterLast(Stmt.of(sql)));
        program.begin = program.steps.size();
        program.afterLast(Stmt.of(beginSql));
        return program;
    }

    /** Goes on in the transaction of a stream. */
    static Program continuing() {
        return new Program();
    }

    void then(Stmt stmt) {
        int last = steps.size() - 1;
        if (last < 0) {
            steps.add(new Step(Condition.IN_TRANSACTION, stmt));
        } else if (last == begin) {
            afterLast(stmt);
        } else {
            steps.add(new Step(Condition.and(new Condition.Ok(last), Condition.IN_TRANSACTION), stmt));
        }
    }

    /** Ends with COMMIT, and, if the transaction begins here too, with ROLLBACK where that does not succeed. */
    void commit() {
        then(Stmt.of("COMMIT"));
        if (begin >= 0) {
            int commit = steps.size() - 1;
            rollback = steps.size();
            Condition failed = new Condition.Not(new Condition.Ok(commit));
            steps.add(new Step(Condition.and(new Condition.Ok(begin), failed), Stmt.of("ROLLBACK")));
        }
    }

    private void afterLast(Stmt stmt) {
        int last = steps.size() - 1;
        steps.add(new Step(last < 0 ? null : new Condition.Ok(last), stmt));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Returns the number of steps before the first statement of the transaction. */
    int preliminaries() {
        return begin + 1;
    }

    boolean begins() {
        return begin >= 0;
    }

    /** Returns whether it could not begin because others held the lock. */
    boolean foundLocked(Batched batched) {
        ServerError error = begins() ? batched.errors().get(begin) : null;
        return error != null && error.isLock();
    }

    /** Returns the number of steps that must succeed. */
    int required() {
        return rollback < 0 ? steps.size() : rollback;
    }
}
