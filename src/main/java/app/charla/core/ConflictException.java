package app.charla.core;

/** The request is well formed but contradicts what is already there: a taken name, a newer version. */
public class ConflictException extends RuntimeException {

    private final String code;

    /** @param code the key of the explanation in the bundles, under {@code error.} */
    public ConflictException(String code) {
        super(code);
        this.code = code;
    }

    /** The key of the explanation, for the doors to translate. */
    public String code() {
        return code;
    }
}
