package app.charla.crypto;

import app.charla.storage.StorageProperties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EncryptorTest {

    private static final String ONE = Base64.getEncoder()
            .encodeToString("one key of thirty-two bytes, yes!".substring(0, 32).getBytes());
    private static final String OTHER =
            Base64.getEncoder().encodeToString("another of thirty-two bytes, yes".getBytes());

    @TempDir
    private Path folder;

    @Test
    void opensWhatItSealed() {
        Encryptor encryptor = sealing(ONE);
        String sealed = encryptor.encrypt("a token");
        assertThat(sealed).doesNotContain("token").isNotEqualTo(encryptor.encrypt("a token"));
        assertThat(encryptor.decrypt(sealed)).isEqualTo("a token");
    }

    @Test
    void opensNothingUnderAnotherKeyOrAfterAChange() {
        String sealed = sealing(ONE).encrypt("a token");
        assertThatThrownBy(() -> sealing(OTHER).decrypt(sealed)).isInstanceOf(IllegalStateException.class);
        byte[] bytes = Base64.getDecoder().decode(sealed);
        bytes[bytes.length - 1] ^= 1;
        String changed = Base64.getEncoder().encodeToString(bytes);
        assertThatThrownBy(() -> sealing(ONE).decrypt(changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsAKeyForTheOwnersEyesIfNoneIsSet() throws Exception {
        String sealed = sealing("").encrypt("a token");
        Path key = folder.resolve("secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(sealing("").decrypt(sealed)).isEqualTo("a token");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(key);
        }
    }

    @Test
    void opensWhatCameBackInTimeAndForItsPurposeAlone() {
        Instant now = Instant.EPOCH;
        String sealed = sealing(ONE).encrypt("a cookie", "a text\nof two lines", now.plusSeconds(60));
        assertThat(sealed).matches("[A-Za-z0-9_-]+");
        assertThat(sealing(ONE).decryptIfValid("a cookie", sealed, now)).contains("a text\nof two lines");
        assertThat(sealing(ONE).decryptIfValid("a cookie", sealed, now.plusSeconds(60))).isEmpty();
        assertThat(sealing(ONE).decryptIfValid("another", sealed, now)).isEmpty();
        assertThat(sealing(OTHER).decryptIfValid("a cookie", sealed, now)).isEmpty();
        for (String forged : List.of("", "AAAA", "no base64!", sealed + "A", sealed.substring(4))) {
            assertThat(sealing(ONE).decryptIfValid("a cookie", forged, now)).as(forged).isEmpty();
        }
    }

    private Encryptor sealing(String key) {
        var settings = new MapConfigurationPropertySource(Map.of("s.data-dir", folder.toString(), "s.secret-key", key));
        return new Encryptor(
                new Binder(settings).bind("s", StorageProperties.class).get());
    }
}
