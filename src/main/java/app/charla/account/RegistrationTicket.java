package app.charla.account;

import org.jspecify.annotations.Nullable;

/**
 * Entitlement to an account, which a newcomer presents at registration.
 *
 * @param invite the token of an invite, needed in the mode {@link RegistrationMode#INVITE}; null for none
 * @param setupCode the setup code of a server without administrators, which opens every mode; null for none
 */
public record RegistrationTicket(
        @Nullable String invite, @Nullable String setupCode) {

    /** Neither an invite nor the setup code. */
    public static final RegistrationTicket NONE = new RegistrationTicket(null, null);

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "RegistrationTicket";
    }
}
