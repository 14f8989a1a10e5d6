package app.charla.api;

import static app.charla.api.MediaSamples.bytes;
import static app.charla.api.MediaSamples.chunk;
import static app.charla.api.MediaSamples.joined;
import static app.charla.api.MediaSamples.picture;
import static app.charla.api.MediaSamples.png;
import static app.charla.api.MediaSamples.withSegment;
import static app.charla.api.MediaSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** Malicious uploads: each is rejected or harmless, and leaves nothing behind. */
@ApiTest
@TestPropertySource(properties = {"charla.media.limited=false", "charla.media.folder=target/test-data/attacks"})
class MediaAttacksTest {

    private static final byte[] SVG =
            bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(document.cookie)</script></svg>");
    private static final byte[] HTML = bytes("<!doctype html><html><script>alert(1)</script></html>");

    @Autowired
    private ApiClients apiClients;

    @Value("${charla.media.folder}")
    private Path folder;

    ApiClient ana;
    ApiClient ben;
    private String group;

    @BeforeEach
    void setUp() throws IOException {
        ana = apiClients.person("ana");
        ben = apiClients.person("ben");
        group = ana.group("G", ben);
        Files.createDirectories(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dibujo.svg", "foto.jpg", "pagina.html", "a.txt"})
    void servesActiveContentAsDownloadOnly(String name) {
        for (byte[] evil : List.of(SVG, HTML)) {
            String id = sent(upload(name, evil).text("/id"));
            Response download = ben.get("/media/" + id);
            assertThat(download.status()).isEqualTo(200);
            assertThat(download.header("Content-Disposition")).startsWith("attachment");
            assertThat(download.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
            assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(ben.get("/media/" + id + "/view").status()).isEqualTo(404);
            assertThat(ben.get("/media/" + id + "/thumb").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.js", "a.mjs", "a.css", "a.json", "a.xml", "a.xhtml", "a.svg", "a.html", "a.wasm", "a.txt"})
    void servesNothingWithATypeThatRuns(String name) {
        String id =
                sent(upload(name, bytes("alert(document.cookie) // " + name)).text("/id"));
        assertThat(ben.get("/media/" + id).header("Content-Type"))
                .satisfiesAnyOf(
                        type -> assertThat(type).startsWith("text/plain"),
                        type -> assertThat(type).isEqualTo("application/octet-stream"));
    }

    @Test
    void removesDataAfterTheEndOfAnImage() throws IOException {
        for (String format : List.of("jpg", "png", "gif")) {
            byte[] picture = picture(format);
            byte[] polyglot = joined(picture, zip("evil.js", bytes("alert(1)")), HTML);
            String id = upload("foto." + format, polyglot).text("/id");
            byte[] kept = ana.bytes("/media/" + id);
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("<script>", "PK\u0003\u0004");
            assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(40);
        }
    }

    @Test
    void removesLocationMetadata() throws IOException {
        byte[] tagged = withSegment(picture("jpg"), 0xE1, joined(bytes("Exif\0\0"), bytes("GPS 40.4168N 3.7038W")));
        tagged = withSegment(tagged, 0xFE, bytes("taken by Ana"));
        String id = upload("foto.jpg", tagged).text("/id");
        for (String size : List.of("", "/view", "/thumb")) {
            assertThat(new String(ana.bytes("/media/" + id + size), StandardCharsets.ISO_8859_1))
                    .isNotEmpty()
                    .doesNotContain("GPS", "taken by");
        }
    }

    @Test
    void rejectsImagesOfTooManyPixelsUnread() throws IOException {
        long before = stored();
        Response bomb = upload("bomba.png", png(50_000, 50_000));
        assertThat(bomb.status()).isEqualTo(422);
        assertThat(bomb.text("/errors/0/code")).isEqualTo("media.picture");
        assertThat(upload("rota.jpg", List.of((byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0))
                        .status())
                .isEqualTo(422);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void keepsAPictureOfTooManyPixelsAsAFileWithoutItsMetadata() throws IOException {
        byte[] huge = joined(
                png(50_000, 50_000),
                chunk("eXIf", bytes("GPS 40.4168N")),
                chunk("IDAT", new byte[] {1, 2, 3}),
                chunk("IEND", new byte[0]));
        Response kept = upload("enorme.png", huge);
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.text("/kind")).isEqualTo("FILE");
        assertThat(kept.text("/name")).isEqualTo("enorme.png");
        String id = sent(kept.text("/id"));
        assertThat(ben.get("/media/" + id).header("Content-Disposition")).startsWith("attachment");
        assertThat(new String(ben.bytes("/media/" + id), StandardCharsets.ISO_8859_1))
                .contains("IDAT")
                .doesNotContain("GPS");
        assertThat(ben.get("/media/" + id + "/view").status()).isEqualTo(404);
    }

    @Test
    void showsPicturesOfLargeCameras() throws IOException {
        var image = new BufferedImage(9_000, 6_000, BufferedImage.TYPE_BYTE_BINARY); // 54 megapixels
        for (String format : List.of("png", "gif")) {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            Response kept = upload("grande." + format, bytes.toByteArray());
            assertThat(kept.status()).as(format).isEqualTo(201);
            assertThat(kept.text("/kind")).isEqualTo("IMAGE");
            assertThat(kept.number("/width")).isEqualTo(9_000);
            var view = ImageIO.read(new ByteArrayInputStream(ana.bytes("/media/" + kept.text("/id") + "/view")));
            assertThat(view.getWidth()).isEqualTo(2_048);
        }
    }

    @Test
    void keepsJoinersInNames() throws IOException {
        for (String name : List.of("می\u200Cخواهم.pdf", "👨\u200D👩\u200D👧.txt", "क्\u200Dष.txt")) {
            assertThat(upload(name, bytes("x")).text("/name")).isEqualTo(name);
        }
        assertThat(upload("in\u202Efdp.exe", bytes("x")).text("/name")).isEqualTo("infdp.exe");
    }

    @Test
    void answersRangesOfWhatIsStillTheSame() throws IOException {
        String id = upload("notas.txt", bytes("0123456789")).text("/id");
        String path = "/media/" + id;
        String tag = ana.get(path).header("ETag");
        assertThat(tag).startsWith("\"");
        assertRange(ana.get(path, "Range", "bytes=2-4"), 206, "234");
        assertRange(ana.get(path, "Range", "bytes=-3"), 206, "789");
        assertRange(ana.get(path, "Range", "bytes=8-"), 206, "89");
        assertThat(ana.get(path, "Range", "bytes=2-4").header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertRange(ana.get(path, "Range", "bytes=2-4", "If-Range", tag), 206, "234");
        for (String other : List.of("\"other\"", "W/" + tag, "Mon, 30 Nov 2026 07:00:00 GMT")) {
            assertRange(ana.get(path, "Range", "bytes=2-4", "If-Range", other), 200, "0123456789");
        }
        for (String ignored : List.of("bytes=x", "lines=1-2", "bytes=4-2", "bytes", "bytes=")) {
            assertRange(ana.get(path, "Range", ignored), 200, "0123456789");
        }
        Response beyond = ana.get(path, "Range", "bytes=10-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(beyond.text("/code")).isEqualTo("request.range");
        assertRange(ana.get(path, "Range", "bytes=2-4,10-"), 200, "0123456789");
        Response head = ana.send("HEAD", path, BodyPublishers.noBody(), "Range", "bytes=2-4");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("10");
        assertThat(ana.get(path, "Range", "bytes=2-4", "If-None-Match", tag).status())
                .isEqualTo(304);
    }

    private static void assertRange(Response response, int status, String body) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void showsAnAnimationThatIsTooLargeAsItsFirstFrame() throws IOException {
        byte[] gif = picture("gif");
        gif[6] = (byte) 0xE0; // a canvas of 12,000 x 12,000 around a picture of 40 x 30
        gif[7] = 0x2E;
        gif[8] = (byte) 0xE0;
        gif[9] = 0x2E;
        Response kept = upload("bomba.gif", gif);
        assertThat(kept.text("/type")).isIn("image/jpeg", "image/png");
        assertThat(kept.text("/name")).matches("bomba\\.(jpeg|png)");
        var shown = ImageIO.read(new ByteArrayInputStream(ana.bytes("/media/" + kept.text("/id"))));
        assertThat(shown.getWidth()).isEqualTo(40);
        assertThat(upload("normal.gif", picture("gif")).text("/type")).isEqualTo("image/gif");
    }

    @Test
    void removesAColourProfileThatGrowsWhenUnpacked() throws IOException {
        var profile = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(profile)) {
            deflater.write(new byte[8_000_000]);
        }
        byte[] png = picture("png");
        byte[] bomb = joined(
                Arrays.copyOf(png, 33),
                chunk("iCCP", joined(bytes("icc\0\0"), profile.toByteArray())),
                Arrays.copyOfRange(png, 33, png.length));
        String id = upload("perfil.png", bomb).text("/id");
        byte[] kept = ana.bytes("/media/" + id);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("iCCP");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(40);
    }

    @Test
    void doesNotUnpackArchives() throws IOException {
        byte[] bomb = zip("ceros", new byte[20_000_000]);
        assertThat(bomb.length).isLessThan(100_000);
        Response kept = upload("ceros.zip", bomb);
        assertThat(kept.text("/kind")).isEqualTo("FILE");
        assertThat(kept.number("/size")).isEqualTo(bomb.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "..\\..\\boot.ini",
                "/etc/passwd",
                "a/../../b",
                "x\u0000.jpg\r\nSet-Cookie: a=b"
            })
    void neverUsesANameAsPath(String name) throws IOException {
        Response kept = upload(name, bytes(UUID.randomUUID().toString()));
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.text("/name")).doesNotContain("/", "\\", "\r", "\n", "\0");
        Response download = ana.get("/media/" + kept.text("/id"));
        assertThat(download.header("Set-Cookie")).isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> file.getFileName()
                            .toString()
                            .matches("[0-9a-f]{64}(\\.(view|thumb))?|[0-9a-f-]{36}\\.(part|told)"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "   ", "/"})
    void rejectsInvalidNames(String name) {
        assertThat(upload(name, bytes("x")).status()).isEqualTo(422);
    }

    @Test
    void limitsAnUploadToItsDeclaredLength() throws IOException {
        long before = stored();
        Response begun = begin(4);
        String upload = begun.header("Location").replaceFirst(".*/v1/api", "");
        assertThat(patch(upload, 0, "123456").status()).isEqualTo(413);
        assertThat(ana.get(upload).status()).isEqualTo(404);
        assertThat(begin(51L * 1024 * 1024).status()).isEqualTo(413);
        assertThat(begin(0).status()).isEqualTo(422);
        assertThat(begin(-1).status()).isEqualTo(422);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void deletesCancelledUploads() throws IOException {
        long before = stored();
        for (int i = 0; i < 20; i++) {
            String upload = begin(100).header("Location").replaceFirst(".*/v1/api", "");
            assertThat(patch(upload, 0, "half").status()).isEqualTo(204);
            assertThat(ben.delete(upload).status()).isEqualTo(404);
            assertThat(ana.delete(upload).status()).isEqualTo(204);
            assertThat(ana.get(upload).status()).isEqualTo(404);
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void signedLinksOfOutsidersDoNotWork() {
        ApiClient stranger = apiClients.person("eva");
        String id = sent(upload("secreto.txt", bytes("secreto")).text("/id"));
        String url = ben.post("/media/" + id + "/link", Map.of()).text("/url");
        assertThat(apiClients.stranger().get(url).body()).isEqualTo("secreto");
        for (String path : List.of("/media/" + id, "/media/" + id + "/view", "/media/uploads/" + id)) {
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(apiClients.stranger().get(path).status()).isEqualTo(401);
        }
        assertThat(stranger.post("/media/" + id + "/link", Map.of()).status()).isEqualTo(404);
        assertThat(apiClients
                        .stranger()
                        .get(url.substring(0, url.length() - 2) + "AA")
                        .status())
                .isEqualTo(404);
        ana.delete(group + "/members/" + ben.id());
        assertThat(apiClients.stranger().get(url).status()).isEqualTo(404);
        assertThat(stranger.post(group, Map.of("text", "", "media", List.of(id)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void servesRanges() {
        String id = sent(upload("cifras.txt", bytes("0123456789")).text("/id"));
        Response piece = ben.get("/media/" + id, "Range", "bytes=3-5");
        assertThat(piece.status()).isEqualTo(206);
        assertThat(piece.body()).isEqualTo("345");
        assertThat(piece.header("Content-Range")).isEqualTo("bytes 3-5/10");
        assertThat(ben.get("/media/" + id, "Range", "bytes=50-").status()).isEqualTo(416);
    }

    Response begin(long length) {
        return ana.send(
                "POST",
                "/media/uploads",
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Long.toString(length),
                "Upload-Metadata",
                "filename " + Base64.getEncoder().encodeToString(bytes("notas.txt")));
    }

    Response patch(String upload, long offset, String text) {
        return ana.send(
                "PATCH",
                upload,
                BodyPublishers.ofString(text),
                "Tus-Resumable",
                "1.0.0",
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                Long.toString(offset));
    }

    private Response upload(String name, List<Byte> bytes) {
        byte[] all = new byte[bytes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes.get(i);
        }
        return upload(name, all);
    }

    Response upload(String name, byte[] bytes) {
        return ana.send(
                "POST",
                "/media?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                BodyPublishers.ofByteArray(bytes),
                "Content-Type",
                "application/octet-stream");
    }

    String sent(String id) {
        Response sent = ana.post(group, Map.of("text", "", "media", List.of(id)));
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.text("/media/0/id")).isEqualTo(id);
        return id;
    }

    private long stored() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
