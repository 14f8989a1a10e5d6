package app.charla.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to the safety of an account.
 *
 * @param id in the order of time
 * @param detail a device, a name, as the kind has it; may be blank
 * @param address the network address it came from, as RFC 5952 writes it; blank if unknown
 */
public record SecurityEvent(UUID id, Kind kind, String detail, String address, Instant at) {

    /** What happened. */
    public enum Kind {
        /** On a device. */
        SIGNED_IN,
        /** Somebody gave a wrong password or code. */
        SIGN_IN_FAILED,
        /** On a device; by its person or by somebody else whom they had let in. */
        SESSION_ENDED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        /** By an owner of the home space, whose name it is. */
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
        /** The account at a provider. */
        IDENTITY_LINKED,
        IDENTITY_UNLINKED,
        DATA_EXPORTED,
        DELETION_ASKED,
        DELETION_UNDONE
    }
}
