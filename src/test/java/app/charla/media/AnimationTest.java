package app.charla.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimationTest {

    @TempDir
    Path folder;

    private Animation of(byte[] bytes, String type) throws IOException {
        return Animation.of(Files.write(folder.resolve("picture"), bytes), type);
    }

    private static void littleEndian(DataOutputStream out, long value, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            out.writeByte((int) (value >> (8 * i)));
        }
    }

    /** A GIF whose frames have one pixel each. */
    private static byte[] gif(int width, int height, int frames, int left) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeBytes("GIF89a");
        littleEndian(out, width, 2);
        littleEndian(out, height, 2);
        out.write(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 1, 1, 1});
        for (int i = 0; i < frames; i++) {
            out.write(new byte[] {0x21, (byte) 0xF9, 4, 0, 5, 0, 0, 0, 0x2C});
            littleEndian(out, left, 2);
            littleEndian(out, 0, 2);
            littleEndian(out, 1, 2);
            littleEndian(out, 1, 2);
            out.write(new byte[] {0, 2, 2, 0x44, 1, 0});
        }
        out.writeByte(0x3B);
        return bytes.toByteArray();
    }

    private static byte[] png(int width, int height, int frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});
        out.writeInt(13);
        out.writeBytes("IHDR");
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[9]);
        for (int i = 0; i < frames; i++) {
            out.writeInt(26);
            out.writeBytes("fcTL");
            out.write(new byte[30]);
        }
        out.writeInt(0);
        out.writeBytes("IEND");
        out.writeInt(0);
        return bytes.toByteArray();
    }

    private static byte[] webp(int width, int height, int frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeBytes("RIFF    WEBPVP8X");
        littleEndian(out, 10, 4);
        out.writeInt(0);
        littleEndian(out, width - 1, 3);
        littleEndian(out, height - 1, 3);
        for (int i = 0; i < frames; i++) {
            out.writeBytes("ANMF");
            littleEndian(out, 3, 4);
            out.write(new byte[4]);
        }
        return bytes.toByteArray();
    }

    @Test
    void measuresTheCanvasAndCountsTheFrames() throws IOException {
        assertThat(of(gif(480, 270, 12, 0), "image/gif")).isEqualTo(new Animation(480, 270, 12));
        assertThat(of(png(480, 270, 12), "image/png")).isEqualTo(new Animation(480, 270, 12));
        assertThat(of(webp(480, 270, 12), "image/webp")).isEqualTo(new Animation(480, 270, 12));
    }

    @Test
    void countsTheFrameBesideTheCanvas() throws IOException {
        assertThat(of(gif(1, 1, 1, 40_000), "image/gif").width()).isEqualTo(40_001);
    }

    @Test
    void isExcessiveByItsCanvas() throws IOException {
        assertThat(of(gif(12_000, 12_000, 1, 0), "image/gif").isExcessive()).isTrue();
        assertThat(of(png(12_000, 12_000, 2), "image/png").isExcessive()).isTrue();
        assertThat(of(webp(12_000, 12_000, 2), "image/webp").isExcessive()).isTrue();
        assertThat(of(gif(2_048, 2_048, 1, 0), "image/gif").isExcessive()).isFalse();
    }

    @Test
    void isExcessiveByItsFrames() throws IOException {
        assertThat(of(gif(10, 10, 1_001, 0), "image/gif").isExcessive()).isTrue();
        assertThat(of(gif(10, 10, 1_000, 0), "image/gif").isExcessive()).isFalse();
        assertThat(of(gif(2_000, 2_000, 251, 0), "image/gif").isExcessive()).isTrue();
    }

    @Test
    void aStillPictureIsNeverExcessive() throws IOException {
        assertThat(of(png(9_000, 9_000, 0), "image/png").isExcessive()).isFalse();
        assertThat(of("RIFF    WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1), "image/webp")
                        .isExcessive())
                .isFalse();
    }

    @Test
    void rejectsATruncatedFile() throws IOException {
        byte[] whole = gif(10, 10, 3, 0);
        assertThatThrownBy(() -> of(Arrays.copyOf(whole, 25), "image/gif")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> of(Arrays.copyOf(png(10, 10, 3), 50), "image/png"))
                .isInstanceOf(IOException.class);
    }
}
