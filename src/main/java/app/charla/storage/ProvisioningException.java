package app.charla.storage;

/** A database cannot be made here; the message says why, to the person who runs the server. */
public class ProvisioningException extends RuntimeException {

    public ProvisioningException(String reason) {
        super(reason);
    }
}
