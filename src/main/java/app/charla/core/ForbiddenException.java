package app.charla.core;

/** Missing permission: the actor may see the thing but their role does not allow the operation. */
public class ForbiddenException extends RuntimeException {

    private final String code;

    /** @param code the key of the explanation in the bundles, under {@code error.} */
    public ForbiddenException(String code) {
        super(code);
        this.code = code;
    }

    /** Key of the explanation, which the UI and the REST API translate. */
    public String code() {
        return code;
    }
}
