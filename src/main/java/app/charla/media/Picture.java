package app.charla.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * The pictures derived from an uploaded one. They are encoded anew from its pixels, so that nothing else of the file is
 * in them.
 *
 * @param width in pixels, as shown: the camera's orientation is applied
 * @param height as the width
 * @param orientation of the file, as in EXIF: 1–8
 * @param view at most 2048 pixels wide and high
 * @param thumb at most 480
 * @param blur a placeholder of a few pixels, as a {@code data:} address
 */
record Picture(int width, int height, int orientation, byte[] view, byte[] thumb, String blur) {

    /** The bytes are no readable picture, or one with too many pixels. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }

        UnreadableException(String message) {
            super(message);
        }
    }

    private static final long MAX_PIXELS = 50_000_000;
    private static final int MAX_SIDE = 16_384;
    private static final int VIEW = 2048;
    private static final int THUMB = 480;
    private static final int BLUR = 12;
    private static final double QUALITY = 0.82;

    /** Decoding one picture may take a hundred megabytes. */
    private static final Semaphore PERMITS = new Semaphore(2);

    static {
        ImageIO.setUseCache(false);
    }

    /** Reads from an opened picture. */
    private interface Decoder<T> {
        T read(ImageReader reader) throws IOException, UnreadableException;
    }

    /** @throws UnreadableException if it cannot be decoded */
    static Picture of(Path file) throws UnreadableException {
        return of(file.toFile(), Picture::read);
    }

    /**
     * Renders the centre of a picture as a square JPEG on white.
     *
     * @param side width and height in pixels
     * @throws UnreadableException if it cannot be decoded
     */
    static byte[] square(byte[] bytes, int side) throws UnreadableException {
        return of(
                new ByteArrayInputStream(bytes),
                reader -> jpeg(opaque(Thumbnails.of(readUpright(reader))
                        .size(side, side)
                        .crop(Positions.CENTER)
                        .asBufferedImage())));
    }

    /** @param source a file, or a stream */
    private static <T> T of(Object source, Decoder<T> decoder) throws UnreadableException {
        PERMITS.acquireUninterruptibly();
        try (ImageInputStream input = ImageIO.createImageInputStream(source)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnreadableException("no reader for it");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, false);
                return decoder.read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException malformed) { // readers fail in many ways on malformed files
            throw new UnreadableException("malformed", malformed);
        } finally {
            PERMITS.release();
        }
    }

    private static Picture read(ImageReader reader) throws IOException, UnreadableException {
        BufferedImage upright = readUpright(reader);
        Orientation orientation = orientation(reader);
        boolean turned = orientation.ordinal() >= Orientation.LEFT_TOP.ordinal();
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        BufferedImage view = scaledTo(upright, VIEW);
        BufferedImage thumb = scaledTo(view, THUMB);
        return new Picture(
                turned ? height : width,
                turned ? width : height,
                orientation.ordinal() + 1,
                encode(view),
                encode(thumb),
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png(scaledTo(thumb, BLUR))));
    }

    private static BufferedImage readUpright(ImageReader reader) throws IOException, UnreadableException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw new UnreadableException(width + " x " + height);
        }
        int step = Math.max(1, Math.max(width, height) / VIEW);
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage points = reader.read(0, parameters);
        return ExifFilterUtils.getFilterForOrientation(orientation(reader)).apply(points);
    }

    private static Orientation orientation(ImageReader reader) {
        try {
            Orientation orientation = ExifUtils.getExifOrientation(reader, 0);
            return orientation == null ? Orientation.TOP_LEFT : orientation;
        } catch (IOException | RuntimeException unreadable) {
            return Orientation.TOP_LEFT;
        }
    }

    private static BufferedImage scaledTo(BufferedImage image, int most) throws IOException {
        double scale = Math.min(1, (double) most / Math.max(image.getWidth(), image.getHeight()));
        boolean transparent = image.getColorModel().hasAlpha();
        return Thumbnails.of(image)
                .size((int) Math.max(1, Math.round(image.getWidth() * scale)), (int)
                        Math.max(1, Math.round(image.getHeight() * scale)))
                .keepAspectRatio(false)
                .imageType(transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
    }

    /** The media type of the view. */
    String viewType() {
        return view[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
    }

    /** JPEG has no transparency. */
    private static byte[] encode(BufferedImage image) throws IOException {
        if (image.getColorModel().hasAlpha()) {
            return png(image);
        }
        return jpeg(image);
    }

    private static BufferedImage opaque(BufferedImage image) {
        var drawn = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(bytes);
        return bytes.toByteArray();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
