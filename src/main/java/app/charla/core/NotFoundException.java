package app.charla.core;

/** Not found: the thing does not exist, or the actor may not know that it does. */
public class NotFoundException extends RuntimeException {

    public NotFoundException() {
        super("not found");
    }
}
