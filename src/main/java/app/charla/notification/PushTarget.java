package app.charla.notification;

import app.charla.core.InvalidException;
import app.charla.crypto.SecretToken;
import java.net.URI;
import java.util.Base64;

/**
 * Where and how a device receives pushes, as its browser made it. Whoever knows it can disturb the device, so it is sealed
 * at rest and never logged.
 *
 * @param p256dh the device's public key
 * @param auth the secret shared with the device
 * @see <a href="https://www.w3.org/TR/push-api/#pushsubscription-interface">Push API, PushSubscription</a>
 */
record PushTarget(URI endpoint, byte[] p256dh, byte[] auth) {

    private static final int MAX_LENGTH = 2_000;
    private static final int KEY_BYTES = 65;
    private static final int SECRET_BYTES = 16;

    /** @throws InvalidException if it is malformed; it names the field {@code endpoint} or {@code keys} */
    static PushTarget parse(String endpoint, String p256dh, String auth) {
        return new PushTarget(address(endpoint), bytes(p256dh, KEY_BYTES), bytes(auth, SECRET_BYTES));
    }

    private static URI address(String endpoint) {
        try {
            if (endpoint.length() <= MAX_LENGTH) {
                return URI.create(endpoint);
            }
        } catch (IllegalArgumentException malformed) {
            // rejected below
        }
        throw new InvalidException("endpoint", "push.endpoint");
    }

    private static byte[] bytes(String text, int length) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            // rejected below
        }
        throw new InvalidException("keys", "push.keys");
    }

    /** The digest by which the same subscription is found again. */
    byte[] digest() {
        return SecretToken.digest(endpoint.toString());
    }

    /** All of it in one line, to be sealed. */
    String serialized() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(p256dh) + ' ' + base64.encodeToString(auth) + ' ' + endpoint;
    }

    static PushTarget deserialize(String line) {
        String[] parts = line.split(" ", 3);
        return parse(parts[2], parts[0], parts[1]);
    }

    /** Leaves all of it out. */
    @Override
    public String toString() {
        return "PushTarget";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PushTarget target && serialized().equals(target.serialized());
    }

    @Override
    public int hashCode() {
        return endpoint.hashCode();
    }
}
