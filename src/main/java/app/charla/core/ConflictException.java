package app.charla.core;

/** Conflict with the present state: a taken name, a newer version. */
public class ConflictException extends RuntimeException {

    private final String code;

    /** @param code the key of the explanation in the bundles, under {@code error.} */
    public ConflictException(String code) {
        super(code);
        this.code = code;
    }

    /** Key of the explanation, which the UI and the REST API translate. */
    public String code() {
        return code;
    }
}
