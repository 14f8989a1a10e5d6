package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Avatars over REST: set, download, remove. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class AvatarsTest {

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private ApiClient ben;

    @BeforeEach
    void setUp() {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
        ana.get("/chats"); // both join the home space
        ben.get("/chats");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private Response upload(byte[] bytes) {
        return ana.send(
                "PUT",
                "/me/avatar",
                BodyPublishers.ofByteArray(bytes),
                "Content-Type",
                "application/octet-stream",
                "Accept-Language",
                "en");
    }

    @Test
    void setsServesAndRemovesAnAvatar() throws IOException {
        assertThat(ana.get("/me").json().at("/avatar").isNull()).isTrue();

        String address = upload(picture()).text("/avatar");
        assertThat(ana.get("/me").text("/avatar")).isEqualTo(address);
        assertThat(ben.get("/people?q=" + ana.username()).text("/people/0/avatar"))
                .isEqualTo(address);
        Response seen = ben.get(address);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(seen.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(seen.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(seen.headers().allValues("Cache-Control")).containsExactly("private, max-age=31536000, immutable");
        assertThat(apiClients.stranger().get(address).status()).isEqualTo(401);

        assertThat(ana.delete("/me/avatar").json().at("/avatar").isNull()).isTrue();
        assertThat(ben.get(address).status()).isEqualTo(404);
    }

    @Test
    void rejectsInvalidPictures() {
        Response refused = upload("no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("not a JPEG, PNG, GIF or WebP");
    }
}
