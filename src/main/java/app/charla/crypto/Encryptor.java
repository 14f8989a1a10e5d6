package app.charla.crypto;

import app.charla.storage.StorageProperties;
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
 * Keeps secrets unreadable to who has the database, or a cookie, alone: AES-256-GCM under {@code SECRET_KEY}, or under a key
 * that is made when it is first needed and kept beside the data, for the owner's eyes only.
 */
@Component
public class Encryptor {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StorageProperties storage;

    public Encryptor(StorageProperties storage) {
        this.storage = storage;
    }

    /** Seals what stays in the house, in a database. */
    public String encrypt(String secret) {
        return Base64.getEncoder().encodeToString(encrypt("", secret));
    }

    /** @throws IllegalStateException if it was sealed under another key, or changed since */
    public String decrypt(String sealed) {
        try {
            return decrypt("", Base64.getDecoder().decode(sealed));
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException("a secret was sealed under another SECRET_KEY", wrongKey);
        }
    }

    /**
     * Seals a text that leaves the house, as in a cookie, and is to come back in time.
     *
     * @param purpose what it is for: sealed for one purpose, it opens for no other
     * @param until when it stops to open
     * @return letters, digits, hyphens and underscores
     */
    public String encrypt(String purpose, String text, Instant until) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(encrypt(purpose, until.toEpochMilli() + "\n" + text));
    }

    /** The text, if it was sealed here, for this purpose, and is not too old. */
    public Optional<String> decryptIfValid(String purpose, String sealed, Instant now) {
        try {
            String[] parts =
                    decrypt(purpose, Base64.getUrlDecoder().decode(sealed)).split("\n", 2);
            return now.toEpochMilli() < Long.parseLong(parts[0]) ? Optional.of(parts[1]) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException | BufferUnderflowException forged) {
            return Optional.empty();
        }
    }

    private byte[] encrypt(String purpose, String text) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String decrypt(String purpose, byte[] sealed) throws GeneralSecurityException {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
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
        return storage.secretKey().isBlank()
                ? keyFromFile()
                : Base64.getDecoder().decode(storage.secretKey().strip());
    }

    private byte[] keyFromFile() {
        Path file = storage.dataDir().resolve("secret.key");
        try {
            if (Files.notExists(file)) {
                createKeyFile(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read or make " + file, unreadable);
        }
    }

    /** Written aside and put in its place whole: a key that is half there would lock everything up. */
    private static void createKeyFile(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path aside = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "secret",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, Base64.getEncoder().encodeToString(random(KEY_BYTES)), StandardOpenOption.SYNC);
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // the other one is the key
        } finally {
            Files.delete(aside);
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
