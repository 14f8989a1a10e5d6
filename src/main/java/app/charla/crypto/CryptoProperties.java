package app.charla.crypto;

import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The encryption key and where a generated one is kept.
 *
 * @param secretKey the key that encrypts secrets in the directory and in cookies, 32 bytes in Base64; blank for a
 *     generated one
 * @param keyFolder the folder of {@code secret.key}, the file of the generated key; created when missing
 */
@Validated
@ConfigurationProperties("charla.crypto")
public record CryptoProperties(
        @Pattern(regexp = "|[A-Za-z0-9+/]{43}=", message = "must be 32 random bytes in base64: openssl rand -base64 32")
        @DefaultValue("")
        String secretKey,

        @DefaultValue("data") Path keyFolder) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "CryptoProperties[" + keyFolder + "]";
    }
}
