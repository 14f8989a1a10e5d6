package app.charla.api;

import static app.charla.api.MediaSamples.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import app.charla.media.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same with media in an S3 bucket of a real server, and an outage of that server. */
@DirtiesContext
class MediaAttacksOnS3Test extends MediaAttacksTest {

    private static final S3Server SERVER = new S3Server();

    @DynamicPropertySource
    static void s3Settings(DynamicPropertyRegistry settings) {
        SERVER.settings().forEach((name, value) -> settings.add(name, () -> value));
    }

    @Test
    void losesNothingDuringAnOutage() {
        String before = sent(upload("antes.txt", bytes("de antes")).text("/id"));
        String upload = begin(9).header("Location").replaceFirst(".*/v1/api", "");
        SERVER.kill();
        Response read = ben.get("/media/" + before);
        assertThat(read.status()).isEqualTo(503);
        assertThat(read.header("Content-Type")).startsWith("application/problem+json");
        assertThat(read.header("Retry-After")).isNotBlank();
        assertThat(patch(upload, 0, "mientras ").status()).isEqualTo(503);
        assertThat(upload("suelto.txt", bytes("suelto")).status()).isEqualTo(503);
        SERVER.restart();

        assertThat(ben.get("/media/" + before).body()).isEqualTo("de antes");
        Response whole = ana.get(upload);
        assertThat(whole.header("Upload-Offset")).isEqualTo("9");
        String id = sent(upload.substring(upload.lastIndexOf('/') + 1));
        assertThat(ben.get("/media/" + id).body()).isEqualTo("mientras ");
    }

    @AfterAll
    static void stop() {
        SERVER.kill();
    }
}
