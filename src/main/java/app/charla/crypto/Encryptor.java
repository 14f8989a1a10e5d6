package app.charla.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Authenticated encryption (AES-256-GCM) of secrets in the directory and in cookies, so that a copy of the database or a
 * cookie alone reveals nothing. The key is {@code SECRET_KEY} or, if that is not set, one that is generated when first
 * needed and kept in a file that only the process owner can read. Safe for many threads.
 */
@Component
public class Encryptor {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String NO_PURPOSE = "";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CryptoProperties settings;

    public Encryptor(CryptoProperties settings) {
        this.settings = settings;
    }

    /** Encrypts a secret for the database. Returns padded Base64 that does not expire. */
    public String encrypt(String secret) {
        return Base64.getEncoder().encodeToString(encrypt(NO_PURPOSE, secret));
    }

    /**
     * Decrypts a secret from the database.
     *
     * @throws IllegalStateException if it was encrypted under another key, or was changed since
     */
    public String decrypt(String encrypted) {
        try {
            return decrypt(NO_PURPOSE, Base64.getDecoder().decode(encrypted));
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException("a secret was encrypted under another SECRET_KEY", wrongKey);
        }
    }

    /**
     * Encrypts a text that leaves the server, as in a cookie, and is to come back before it expires.
     *
     * @param purpose additional authenticated data: only {@link #decryptIfValid} with the same purpose accepts the result
     * @param expiresAt when the result stops being accepted
     * @return unpadded URL-safe Base64
     */
    public String encrypt(String purpose, String text, Instant expiresAt) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(encrypt(purpose, expiresAt.toEpochMilli() + "\n" + text));
    }

    /** Decrypts a text that came back: empty if it was not encrypted here for this purpose, was changed or has expired. */
    public Optional<String> decryptIfValid(String purpose, String encrypted, Instant now) {
        try {
            String[] parts =
                    decrypt(purpose, Base64.getUrlDecoder().decode(encrypted)).split("\n", 2);
            return now.toEpochMilli() < Long.parseLong(parts[0]) ? Optional.of(parts[1]) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException | BufferUnderflowException forged) {
            return Optional.empty();
        }
    }

    private byte[] encrypt(String purpose, String text) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String decrypt(String purpose, byte[] encrypted) throws GeneralSecurityException {
        ByteBuffer bytes = ByteBuffer.wrap(encrypted);
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(rest), StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key() {
        return settings.secretKey().isBlank()
                ? keyFromFile()
                : Base64.getDecoder().decode(settings.secretKey().strip());
    }

    private byte[] keyFromFile() {
        Path file = settings.keyFolder().resolve("secret.key");
        try {
            if (Files.notExists(file)) {
                createKeyFile(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read or create " + file, unreadable);
        }
    }

    /** Writes the key to a temporary file and links it in place: a half-written key would make every secret unreadable. */
    private static void createKeyFile(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "secret",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, Base64.getEncoder().encodeToString(random(KEY_BYTES)), StandardOpenOption.SYNC);
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException createdMeanwhile) {
            // the other one is the key
        } finally {
            Files.delete(temporary);
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
