package app.charla.core;

/** Invalid value, which its sender can correct. */
public class InvalidException extends RuntimeException {

    private final String field;
    private final String code;
    private final transient Object[] arguments;

    /**
     * @param field the name of the invalid value in the request
     * @param code the key of the explanation in the bundles, under {@code error.}
     * @param arguments the values of the placeholders of the explanation, in order
     */
    public InvalidException(String field, String code, Object... arguments) {
        super(field + ": " + code);
        this.field = field;
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** Name of the invalid value in the request. */
    public String field() {
        return field;
    }

    /** Key of the explanation, which the UI and the REST API translate. */
    public String code() {
        return code;
    }

    /** Values of the placeholders of the explanation. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
