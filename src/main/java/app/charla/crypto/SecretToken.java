package app.charla.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random secret, as in a bearer token or a link. Its holder gets the text; the database stores the digest, by which
 * the secret is found again and from which it cannot be computed.
 *
 * @param text unpadded URL-safe Base64
 */
public record SecretToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Returns a new token.
     *
     * @param bytes how many random bytes it has; 32 are 43 characters
     */
    public static SecretToken random(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** The SHA-256 digest of the text, 32 bytes. */
    public byte[] digest() {
        return digest(text);
    }

    /**
     * Returns the SHA-256 digest of a text in UTF-8, for looking up a token that somebody presents. It is unsalted, so it
     * protects only what is too random to guess: never a password.
     */
    public static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SecretToken";
    }
}
