package app.charla.storage;

import org.jspecify.annotations.Nullable;

/** A file is no space of Charla, or it is damaged. */
public class ForeignFileException extends RuntimeException {

    public ForeignFileException(@Nullable Throwable cause) {
        super("the file is no space of Charla, or it is damaged", cause);
    }
}
