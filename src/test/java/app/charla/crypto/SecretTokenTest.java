package app.charla.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

    @Test
    void isRandomUrlSafeText() {
        SecretToken token = SecretToken.random(32);
        assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(token).isNotEqualTo(SecretToken.random(32));
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void isFoundByTheDigestOfItsText() {
        SecretToken token = SecretToken.random(24);
        assertThat(token.digest()).isEqualTo(SecretToken.digest(token.text()));
    }

    /** The one-block example of FIPS 180-2, appendix B.1. */
    @Test
    void hasASha256Digest() {
        assertThat(HexFormat.of().formatHex(SecretToken.digest("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
