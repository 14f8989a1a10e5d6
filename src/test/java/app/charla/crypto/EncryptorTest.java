package app.charla.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptorTest {

    private static final String KEY = Base64.getEncoder()
            .encodeToString("one key of thirty-two bytes, yes!".substring(0, 32).getBytes());
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("another of thirty-two bytes, yes".getBytes());

    @TempDir
    private Path folder;

    @Test
    void decryptsWhatItEncrypted() {
        Encryptor encryptor = encryptor(KEY);
        String encrypted = encryptor.encrypt("a token");
        assertThat(encrypted).doesNotContain("token").isNotEqualTo(encryptor.encrypt("a token"));
        assertThat(encryptor.decrypt(encrypted)).isEqualTo("a token");
    }

    @Test
    void rejectsSecretsOfAnotherKeyAndChangedSecrets() {
        String encrypted = encryptor(KEY).encrypt("a token");
        assertThatThrownBy(() -> encryptor(OTHER_KEY).decrypt(encrypted)).isInstanceOf(IllegalStateException.class);
        byte[] bytes = Base64.getDecoder().decode(encrypted);
        bytes[bytes.length - 1] ^= 1;
        String changed = Base64.getEncoder().encodeToString(bytes);
        assertThatThrownBy(() -> encryptor(KEY).decrypt(changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void generatesAKeyFileReadableByItsOwnerOnly() throws Exception {
        String encrypted = encryptor("").encrypt("a token");
        Path key = folder.resolve("secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(encryptor("").decrypt(encrypted)).isEqualTo("a token");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(key);
        }
    }

    @Test
    void decryptsOnlyForThePurposeAndBeforeTheExpiry() {
        Instant now = Instant.EPOCH;
        String encrypted = encryptor(KEY).encrypt("a cookie", "a text\nof two lines", now.plusSeconds(60));
        assertThat(encrypted).matches("[A-Za-z0-9_-]+");
        assertThat(encryptor(KEY).decryptIfValid("a cookie", encrypted, now)).contains("a text\nof two lines");
        assertThat(encryptor(KEY).decryptIfValid("a cookie", encrypted, now.plusSeconds(60)))
                .isEmpty();
        assertThat(encryptor(KEY).decryptIfValid("another", encrypted, now)).isEmpty();
        assertThat(encryptor(OTHER_KEY).decryptIfValid("a cookie", encrypted, now))
                .isEmpty();
        for (String forged : List.of("", "AAAA", "no base64!", encrypted + "A", encrypted.substring(4))) {
            assertThat(encryptor(KEY).decryptIfValid("a cookie", forged, now))
                    .as(forged)
                    .isEmpty();
        }
    }

    private Encryptor encryptor(String key) {
        return new Encryptor(new CryptoProperties(key, folder));
    }
}
