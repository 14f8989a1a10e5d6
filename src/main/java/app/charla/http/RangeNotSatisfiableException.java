package app.charla.http;

/** A download was asked for a range that it does not have. */
public final class RangeNotSatisfiableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long size;

    RangeNotSatisfiableException(long size) {
        super("the file has " + size + " bytes");
        this.size = size;
    }

    /** The size of the whole in bytes, for {@code Content-Range}. */
    public long size() {
        return size;
    }
}
