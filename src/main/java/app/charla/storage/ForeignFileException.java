package app.charla.storage;

import org.jspecify.annotations.Nullable;

/** The file is not a space of Charla, or is damaged. */
public class ForeignFileException extends RuntimeException {

    public ForeignFileException(@Nullable Throwable cause) {
        super("the file is no space of Charla, or it is damaged", cause);
    }
}
