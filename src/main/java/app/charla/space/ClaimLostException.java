package app.charla.space;

/** Another process works on the space: this one stops, as each step may be done by one of them only. */
class ClaimLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
