package app.charla.storage;

/** A database cannot be created; the message tells the administrator why. */
public class ProvisioningException extends RuntimeException {

    public ProvisioningException(String reason) {
        super(reason);
    }
}
