package app.charla.libsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response to one {@link Request}. */
sealed interface Response {

    /** The server ran (or refused) the request and says why it failed; the stream lives on. */
    record Failed(ServerError error) implements Response {}

    record Executed(StmtResult result) implements Response {}

    /** Results and errors by step; a step with neither was skipped. */
    record Batched(List<@Nullable StmtResult> results, List<@Nullable ServerError> errors) implements Response {}

    record Described(int parameters, List<Column> columns, boolean readOnly) implements Response {}

    record Autocommit(boolean autocommit) implements Response {}

    /** The request has no other result than that it was done. */
    record Done() implements Response {}
}
