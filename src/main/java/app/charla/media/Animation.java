package app.charla.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The size of an animated picture, from its headers alone. A browser allots the whole canvas for each frame it keeps, however
 * small the frames and the file are.
 *
 * @param width of the canvas, in pixels
 * @param height of the canvas, in pixels
 * @param frames 0 or 1 for a still picture
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 * @see <a href="https://www.w3.org/TR/png-3/#apng-frame-based-animation">PNG, 5.5</a>
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc9649">RFC 9649 (WebP)</a>
 */
record Animation(long width, long height, long frames) {

    /** Pixels of one canvas: 16 MB in memory. */
    private static final long MAX_CANVAS = 2048 * 2048;

    private static final long MAX_FRAMES = 1_000;

    /** Pixels of all frames together, which is the work of showing it once. */
    private static final long MAX_PIXELS = 1_000_000_000;

    private static final int GIF_IMAGE = 0x2C;
    private static final int GIF_EXTENSION = 0x21;
    private static final int PNG_HEADER = 33;

    /**
     * Reads the size of a picture.
     *
     * @param type image/gif, image/png or image/webp; pictures of other types are still
     * @throws IOException if the file cannot be read, or is not of its type
     */
    static Animation of(Path file, String type) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return switch (type) {
                case "image/gif" -> gif(in);
                case "image/png" -> png(in);
                case "image/webp" -> webp(in);
                default -> new Animation(0, 0, 1);
            };
        }
    }

    /** Returns whether it would take too much of a reader's memory or time. The canvas of a still GIF counts, too. */
    boolean isExcessive() {
        long canvas = width * height;
        return canvas > MAX_CANVAS || frames > MAX_FRAMES || canvas * frames > MAX_PIXELS;
    }

    private static Animation gif(DataInputStream in) throws IOException {
        in.skipNBytes(6);
        long width = littleEndian(in, 2);
        long height = littleEndian(in, 2);
        int flags = in.readUnsignedByte();
        in.skipNBytes(2 + colourTable(flags));
        long frames = 0;
        for (int block = in.read(); block == GIF_IMAGE || block == GIF_EXTENSION; block = in.read()) {
            if (block == GIF_IMAGE) {
                frames++;
                long left = littleEndian(in, 2);
                long top = littleEndian(in, 2);
                width = Math.max(width, left + littleEndian(in, 2)); // browsers widen the canvas to the frame
                height = Math.max(height, top + littleEndian(in, 2));
                in.skipNBytes(colourTable(in.readUnsignedByte()));
            }
            in.skipNBytes(1); // the size of a code, or what kind of extension it is
            skipBlocks(in);
        }
        return new Animation(width, height, frames);
    }

    private static int colourTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static void skipBlocks(DataInputStream in) throws IOException {
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            in.skipNBytes(length);
        }
    }

    /** Counts the frames that are there, whatever the animation control chunk says. */
    private static Animation png(DataInputStream in) throws IOException {
        in.skipNBytes(16);
        long width = Integer.toUnsignedLong(in.readInt());
        long height = Integer.toUnsignedLong(in.readInt());
        in.skipNBytes(PNG_HEADER - 24);
        long frames = 0;
        boolean ended = false;
        while (!ended) {
            long length = Integer.toUnsignedLong(in.readInt());
            String name = fourCharacters(in);
            frames += name.equals("fcTL") ? 1 : 0;
            ended = name.equals("IEND");
            in.skipNBytes(length + 4);
        }
        return frames == 0 ? new Animation(0, 0, 1) : new Animation(width, height, frames);
    }

    private static Animation webp(DataInputStream in) throws IOException {
        in.skipNBytes(12);
        Animation still = new Animation(0, 0, 1);
        try {
            if (!fourCharacters(in).equals("VP8X")) {
                return still;
            }
            long header = littleEndian(in, 4);
            in.skipNBytes(4);
            long width = littleEndian(in, 3) + 1;
            long height = littleEndian(in, 3) + 1;
            in.skipNBytes(header - 10 + (header & 1));
            long frames = 0;
            while (in.available() > 0) {
                frames += fourCharacters(in).equals("ANMF") ? 1 : 0;
                long length = littleEndian(in, 4);
                in.skipNBytes(length + (length & 1));
            }
            return frames == 0 ? still : new Animation(width, height, frames);
        } catch (EOFException truncated) {
            throw new IOException("a chunk longer than the file", truncated);
        }
    }

    private static String fourCharacters(DataInputStream in) throws IOException {
        byte[] name = new byte[4];
        in.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static long littleEndian(DataInputStream in, int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) in.readUnsignedByte() << (8 * i);
        }
        return value;
    }
}
