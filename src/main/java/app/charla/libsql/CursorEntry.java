package app.charla.libsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a cursor's answer after its first. */
sealed interface CursorEntry {

    record StepBegin(int step, List<Column> columns) implements CursorEntry {}

    record Row(@Nullable Object[] values) implements CursorEntry {}

    record StepEnd() implements CursorEntry {}

    record StepError(int step, ServerError error) implements CursorEntry {}

    /** The cursor as a whole has failed; nothing follows. */
    record Fatal(ServerError error) implements CursorEntry {}

    /** Something a newer server says that the specification does not know. */
    record Unknown() implements CursorEntry {}
}
