package app.charla.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The orientation of pictures, which survives the removal of all other metadata. */
class ExifOrientationTest {

    /** A lossless picture of one pixel. */
    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    private static final String SECRET = "GPS 40.4168N";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void isKeptWhenMetadataIsRemoved(int orientation) throws Exception {
        assertKept("image/png", png(orientation), orientation);
        assertKept("image/jpeg", jpeg(orientation), orientation);
        assertKept("image/webp", webp(orientation), orientation);
    }

    private void assertKept(String type, byte[] picture, int orientation) throws Exception {
        Path uploaded = Files.write(folder.resolve("uploaded"), picture);
        Path stripped = folder.resolve("stripped");
        assertThat(orientation(uploaded)).as(type).isEqualTo(orientation);
        MetadataStripper.strip(uploaded, stripped, type);
        assertThat(orientation(stripped)).as(type).isEqualTo(orientation);
        assertThat(Files.readString(stripped, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        if (!type.equals("image/webp")) {
            Picture shown = Picture.of(stripped);
            assertThat(shown.width()).as("width of a %s", type).isEqualTo(orientation < 5 ? 40 : 30);
            assertThat(ImageIO.read(new ByteArrayInputStream(shown.view())).getWidth())
                    .isEqualTo(shown.width());
        } else {
            assertThat(Picture.of(stripped).width()).isEqualTo(1);
        }
    }

    @Test
    void ofMalformedFilesIsUpright() throws IOException {
        byte[] png = png(6);
        for (int length = 0; length < png.length; length += 3) {
            assertThat(ExifOrientation.of(new ByteArrayInputStream(png, 0, length)))
                    .isIn(1, 6);
        }
        for (byte[] block : new byte[][] {
            {}, {'I'}, {'I', 'I', 42, 0, -1, -1, -1, -1}, {'M', 'M', 0, 42, 0, 0, 0, 8, -1, -1}, exif(9), exif(0)
        }) {
            assertThat(ExifOrientation.of(new ByteArrayInputStream(withChunk(picture("png"), block))))
                    .isEqualTo(1);
        }
    }

    private static int orientation(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return ExifOrientation.of(in);
        }
    }

    /** A little-endian block of two entries and a text. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(100)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'I', 'I', 42, 0})
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010E)
                .putShort((short) 2)
                .putInt(SECRET.length())
                .putInt(60)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0)
                .position(60)
                .put(SECRET.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] png(int orientation) throws IOException {
        return withChunk(picture("png"), exif(orientation));
    }

    private static byte[] withChunk(byte[] png, byte[] block) {
        byte[] type = "eXIf".getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(type);
        sum.update(block);
        return ByteBuffer.allocate(png.length + 12 + block.length)
                .put(png, 0, 33)
                .putInt(block.length)
                .put(type)
                .put(block)
                .putInt((int) sum.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }

    private static byte[] jpeg(int orientation) throws IOException {
        byte[] jpeg = picture("jpg");
        byte[] block = exif(orientation);
        return ByteBuffer.allocate(jpeg.length + 10 + block.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + block.length))
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0})
                .put(block)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] webp(int orientation) {
        byte[] simple = Base64.getDecoder().decode(WEBP);
        byte[] pixels = Arrays.copyOfRange(simple, 12, simple.length);
        byte[] block = exif(orientation);
        int size = 4 + 18 + pixels.length + 8 + block.length;
        return ByteBuffer.allocate(8 + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(simple, 0, 4)
                .putInt(size)
                .put(simple, 8, 4)
                .put("VP8X".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(10)
                .put(new byte[] {0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0})
                .put(pixels)
                .put("EXIF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(block.length)
                .put(block)
                .array();
    }
}
