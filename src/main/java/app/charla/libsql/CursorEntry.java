package app.charla.libsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Line of a cursor response after the first. */
sealed interface CursorEntry {

    record StepBegin(int step, List<Column> columns) implements CursorEntry {}

    record Row(@Nullable Object[] values) implements CursorEntry {}

    record StepEnd() implements CursorEntry {}

    record StepError(int step, ServerError error) implements CursorEntry {}

    /** The cursor as a whole has failed; nothing follows. */
    record Fatal(ServerError error) implements CursorEntry {}

    /** Entry of a newer server that the specification does not know. */
    record Unknown() implements CursorEntry {}
}
