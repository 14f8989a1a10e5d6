package app.charla.account;

/** The registration mode: who may create an account on this server. */
public enum RegistrationMode {
    /** Everybody. */
    OPEN,
    /** Whoever has an invite that counts. */
    INVITE,
    /** Everybody, but the account waits until an administrator lets it in. */
    APPROVAL,
    /** Nobody. */
    CLOSED
}
