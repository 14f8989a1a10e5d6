package app.charla.core;

/** A value breaks a rule that its sender can mend. */
public class InvalidException extends RuntimeException {

    private final String field;
    private final String code;
    private final transient Object[] arguments;

    /**
     * @param field the name of the offending value in the request
     * @param code the key of the explanation in the bundles, under {@code error.}
     * @param arguments what the explanation mentions, in the order of its placeholders
     */
    public InvalidException(String field, String code, Object... arguments) {
        super(field + ": " + code);
        this.field = field;
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** The name of the offending value in the request. */
    public String field() {
        return field;
    }

    /** The key of the explanation, for the doors to translate. */
    public String code() {
        return code;
    }

    /** What the explanation mentions. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
