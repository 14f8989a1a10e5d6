package app.charla.account;

/**
 * The rules of registration.
 *
 * @param inviters whose invites count in the mode {@link RegistrationMode#INVITE}; without effect in the others
 */
public record RegistrationRules(RegistrationMode mode, Inviters inviters) {

    /** The issuers whose invites entitle to an account. */
    public enum Inviters {
        /** Instance administrators. */
        ADMINISTRATORS,
        /** Owners and admins of any space. */
        MANAGERS
    }
}
