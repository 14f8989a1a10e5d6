package app.charla.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the security log of an account.
 *
 * @param id ordered by time
 * @param detail a device or a name, depending on the kind; may be blank
 * @param address the network address of the request, as RFC 5952 writes it; blank if unknown
 * @param session the session that it opened or, for other events, that did it; null if unknown. It may have ended.
 * @param alert whether it is shown on the other devices of the account; see {@link SecurityAlerts}
 */
public record SecurityEvent(
        UUID id,
        Kind kind,
        String detail,
        String address,
        Instant at,
        @Nullable UUID session,
        boolean alert) {

    /** The kind of event. */
    public enum Kind {
        /** A sign-in; the detail is the device. */
        SIGNED_IN,
        /** A wrong password or code. */
        SIGN_IN_FAILED,
        /** A session ended, by whoever was signed in; the detail is the device. */
        SESSION_ENDED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        /** A password reset link, made by an owner of the home space, whose username is the detail. */
        RESET_LINK_MADE,
        EMAIL_CHANGED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        AUTHENTICATOR_ADDED,
        AUTHENTICATOR_REMOVED,
        RECOVERY_CODES_MADE,
        RECOVERY_CODE_USED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        /** An identity was linked; the detail is its issuer and label. */
        IDENTITY_LINKED,
        IDENTITY_UNLINKED,
        DATA_EXPORTED,
        DELETION_ASKED,
        DELETION_UNDONE,
        /** An administrator, whose username is the detail, let the account in. */
        ACCEPTED,
        /** The account became an instance administrator; the detail is who made it one, blank for the setup code. */
        ADMINISTRATOR_ROLE_GIVEN,
        /** The account is no instance administrator any more; the detail is who took the role away. */
        ADMINISTRATOR_ROLE_TAKEN,
        /** The administrator changed who may register; the detail is the mode and, for invites, whose count. */
        REGISTRATION_CHANGED,
        /** The administrator let an account in; the detail is its username. */
        ACCOUNT_ACCEPTED,
        /** The administrator refused an account; the detail is its username. */
        ACCOUNT_REFUSED,
        /** The administrator made another one; the detail is their username. */
        ADMINISTRATOR_ADDED,
        /** The administrator took the role from one; the detail is their username. */
        ADMINISTRATOR_REMOVED
    }
}
