package app.charla.core;

/** The actor sees the thing but their role does not allow this. */
public class ForbiddenException extends RuntimeException {

    private final String code;

    /** @param code the key of the explanation in the bundles, under {@code error.} */
    public ForbiddenException(String code) {
        super(code);
        this.code = code;
    }

    /** The key of the explanation, for the doors to translate. */
    public String code() {
        return code;
    }
}
