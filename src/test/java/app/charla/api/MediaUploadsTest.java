package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Uploads in one request, as a plain body and as a form, and why media that is sent stays. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class MediaUploadsTest {

    private static final String BOUNDARY = "x9y8z7";

    @Autowired
    private ApiClients apiClients;

    private ApiClient ana;
    private byte[] picture;

    @BeforeEach
    void setUp() throws IOException {
        ana = apiClients.person("ana");
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
        picture = bytes.toByteArray();
    }

    private Response upload(String path, byte[] body, String type) {
        return ana.send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", type);
    }

    private Response form(String fileName, byte[] content, String field) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"alt\"\r\n\r\nA field\r\n--"
                + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: image/png\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return upload("/media", body.toByteArray(), "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void takesABodyOfItsOwnType() {
        for (String type : List.of("image/png", "application/octet-stream", "application/pdf", "text/plain")) {
            Response uploaded = upload("/media?name=field.png&alt=A%20field", picture, type);
            assertThat(uploaded.status()).as(type).isEqualTo(201);
            assertThat(uploaded.text("/type")).as(type).isEqualTo("image/png");
            assertThat(uploaded.text("/alt")).isEqualTo("A field");
            assertThat(uploaded.number("/width")).isEqualTo(6);
        }
        assertThat(upload("/media", picture, "image/png").text("/name")).isEqualTo("file.png");
        assertThat(upload("/spaces/home/media", picture, "image/png").status()).isEqualTo(201);
    }

    @Test
    void takesAForm() {
        Response uploaded = form("field.png", picture, "file");
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        assertThat(uploaded.text("/name")).isEqualTo("field.png");
        assertThat(uploaded.text("/alt")).isEqualTo("A field");
        assertThat(uploaded.text("/type")).isEqualTo("image/png");
        String chat = ana.group("G");
        Response sent = ana.post(chat, Map.of("text", "", "media", List.of(uploaded.text("/id"))));
        assertThat(sent.status()).isEqualTo(201);
    }

    @Test
    void refusesOtherForms() {
        assertThat(form("field.png", picture, "other").status()).isEqualTo(400);
        assertThat(form("field.png", new byte[0], "file").text("/code")).isEqualTo("media.empty");
        assertThat(upload("/media", ascii("a=b"), "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
        assertThat(form("field.png", new byte[51 * 1024 * 1024], "file").status())
                .isEqualTo(413);
    }

    @Test
    void saysWhySentMediaStays() {
        ApiClient ben = apiClients.person("ben");
        ApiClient eve = apiClients.person("eve");
        String media = "/media/" + upload("/media", picture, "image/png").text("/id");
        assertThat(ben.delete(media).status()).isEqualTo(404);
        ana.post(ana.group("G", ben), Map.of("text", "", "media", List.of(media.substring(7))));

        for (String path : List.of(media, "/media/uploads" + media.substring(6))) {
            assertThat(ana.delete(path).status()).as(path).isEqualTo(409);
            assertThat(ana.delete(path).text("/code")).isEqualTo("media.sent");
            assertThat(ben.delete(path).status()).as(path).isEqualTo(403);
            assertThat(ben.delete(path).text("/code")).isEqualTo("media.foreign");
            assertThat(eve.delete(path).status()).as(path).isEqualTo(404);
        }
        assertThat(ana.put(media, Map.of("alt", "late")).text("/code")).isEqualTo("media.sent");
        assertThat(ben.get(media).status()).isEqualTo(200);

        String unsent = "/media/" + upload("/media", picture, "image/png").text("/id");
        assertThat(ana.delete(unsent).status()).isEqualTo(204);
        assertThat(ana.delete(unsent).status()).isEqualTo(404);
    }
}
