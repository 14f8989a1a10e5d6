package app.charla.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * The pictures derived from an uploaded one. They are encoded anew from its pixels, so that nothing else of the file is
 * in them.
 *
 * @param width in pixels, as shown: the camera's orientation is applied
 * @param height as the width
 * @param view at most 2048 pixels wide and high
 * @param thumb at most 480
 * @param blur a placeholder of a few pixels, as a {@code data:} address
 */
record Picture(int width, int height, byte[] view, byte[] thumb, String blur) {

    /** The bytes are no readable picture. */
    static class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }

        UnreadableException(String message) {
            super(message);
        }
    }

    /** The picture has too many pixels to be shown. */
    static final class TooLargeException extends UnreadableException {
        private static final long serialVersionUID = 1;

        TooLargeException(int width, int height) {
            super(width + " x " + height);
        }
    }

    /** Pixels of a picture that is decoded whole before it is scaled. */
    private static final long MAX_PIXELS = 50_000_000;

    /** Pixels of a picture of which only some are kept while it is decoded: those of the largest cameras in telephones. */
    private static final long MAX_SAMPLED_PIXELS = 210_000_000;

    private static final Set<String> SAMPLED_FORMATS = Set.of("jpeg", "png", "gif");
    private static final int MAX_SIDE = 65_535;
    private static final int VIEW = 2048;
    private static final int THUMB = 480;
    private static final int BLUR = 12;

    /** The first orientation in which width and height are exchanged. */
    private static final int FIRST_TURNED = 5;

    private static final double QUALITY = 0.82;

    /** Decoding one picture may take a hundred megabytes. */
    private static final Semaphore PERMITS = new Semaphore(2);

    static {
        ImageIO.setUseCache(false);
    }

    /** Reads from an opened picture. */
    private interface Decoder<T> {
        T read(ImageReader reader, int orientation) throws IOException, UnreadableException;
    }

    /** @throws UnreadableException if it cannot be decoded */
    static Picture of(Path file) throws UnreadableException {
        try (InputStream head = Files.newInputStream(file)) {
            return of(file.toFile(), ExifOrientation.of(head), Picture::read);
        } catch (IOException unreadable) {
            throw new UnreadableException("malformed", unreadable);
        }
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
                ExifOrientation.of(new ByteArrayInputStream(bytes)),
                (reader, orientation) -> jpeg(opaque(Thumbnails.of(readUpright(reader, orientation))
                        .size(side, side)
                        .crop(Positions.CENTER)
                        .asBufferedImage())));
    }

    /** @param source a file, or a stream */
    private static <T> T of(Object source, int orientation, Decoder<T> decoder) throws UnreadableException {
        PERMITS.acquireUninterruptibly();
        try (ImageInputStream input = ImageIO.createImageInputStream(source)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnreadableException("no reader for it");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, false);
                return decoder.read(reader, orientation);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException malformed) { // readers fail in many ways on malformed files
            throw new UnreadableException("malformed", malformed);
        } finally {
            PERMITS.release();
        }
    }

    private static Picture read(ImageReader reader, int orientation) throws IOException, UnreadableException {
        BufferedImage upright = readUpright(reader, orientation);
        boolean turned = orientation >= FIRST_TURNED;
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        BufferedImage view = scaledTo(upright, VIEW);
        BufferedImage thumb = scaledTo(view, THUMB);
        return new Picture(
                turned ? height : width,
                turned ? width : height,
                encode(view),
                encode(thumb),
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png(scaledTo(thumb, BLUR))));
    }

    private static BufferedImage readUpright(ImageReader reader, int orientation)
            throws IOException, UnreadableException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > MAX_SIDE || (long) width * height > maxPixels(reader)) {
            throw new TooLargeException(width, height);
        }
        int step = Math.max(1, Math.max(width, height) / VIEW);
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage points = reader.read(0, parameters);
        return ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                .apply(points);
    }

    private static long maxPixels(ImageReader reader) throws IOException {
        return SAMPLED_FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                ? MAX_SAMPLED_PIXELS
                : MAX_PIXELS;
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
