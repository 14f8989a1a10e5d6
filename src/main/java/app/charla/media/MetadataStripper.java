package app.charla.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * Removes metadata from picture files: EXIF, comments, GPS position, camera, and any data after the end; the pixel data
 * is not touched. A picture keeps its orientation, a JPEG its colour profile, a GIF its repeat count.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">JPEG, annex B</a>
 * @see <a href="https://www.w3.org/TR/png-3/">PNG</a>
 */
final class MetadataStripper {

    private static final int SOI = 0xFFD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int COMMENT = 0xFE;

    /** JFIF, ICC profile, Adobe colour transform. */
    private static final Set<Integer> KEPT_APP_SEGMENTS = Set.of(0xE0, 0xE2, 0xEE);

    private static final byte[] EXIF_PREFIX = {'E', 'x', 'i', 'f', 0, 0};

    private static final int PNG_SIGNATURE = 8;
    private static final String PNG_EXIF = "eXIf";
    private static final Set<String> PNG_METADATA = Set.of("tEXt", "zTXt", "iTXt", PNG_EXIF, "tIME");

    private static final int WEBP_EXIF_FLAG = 0x08;
    private static final int WEBP_XMP_FLAG = 0x04;

    private static final long MAX_PROFILE_BYTES = 4 << 20;

    private MetadataStripper() {}

    /**
     * Writes a copy of a picture without metadata.
     *
     * @param type image/jpeg, image/png, image/gif or image/webp
     * @throws IOException if the file is not of its type, too
     */
    static void strip(Path from, Path to, String type) throws IOException {
        int orientation = orientation(from);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            switch (type) {
                case "image/jpeg" -> stripJpeg(in, out, orientation);
                case "image/png" -> stripPng(in, out, orientation);
                case "image/gif" -> stripGif(in, out);
                case "image/webp" -> stripWebp(in, out, orientation);
                default -> throw new IOException("not known: " + type);
            }
        }
    }

    private static int orientation(Path picture) throws IOException {
        try (InputStream head = Files.newInputStream(picture)) {
            return ExifOrientation.of(head);
        }
    }

    private static void stripJpeg(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
        if (in.readUnsignedShort() != SOI) {
            throw new IOException("no JPEG");
        }
        out.writeShort(SOI);
        if (orientation > 1) {
            writeOrientationSegment(out, orientation);
        }
        for (int marker = readMarker(in); marker != EOI; marker = marker == SOS ? copyScan(in, out) : readMarker(in)) {
            byte[] segment = readFully(in, Math.max(0, in.readUnsignedShort() - 2));
            boolean metadata =
                    (marker >= 0xE0 && marker <= 0xEF && !KEPT_APP_SEGMENTS.contains(marker)) || marker == COMMENT;
            if (!metadata) {
                out.writeByte(0xFF);
                out.writeByte(marker);
                out.writeShort(segment.length + 2);
                out.write(segment);
            }
        }
        out.writeByte(0xFF);
        out.writeByte(EOI);
    }

    private static int readMarker(DataInputStream in) throws IOException {
        int one = in.readUnsignedByte();
        if (one != 0xFF) {
            throw new IOException("no marker");
        }
        while (one == 0xFF) {
            one = in.readUnsignedByte();
        }
        return one;
    }

    /**
     * Copies entropy-coded data up to the next marker and returns that; 0xFF00 and the restart markers are part of the
     * data.
     */
    private static int copyScan(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int one = in.readUnsignedByte();
            if (one != 0xFF) {
                out.writeByte(one);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
            }
            if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                return next;
            }
            out.writeByte(0xFF);
            out.writeByte(next);
        }
    }

    private static void writeOrientationSegment(DataOutputStream out, int orientation) throws IOException {
        byte[] block = ExifOrientation.block(orientation);
        out.writeShort(0xFFE1);
        out.writeShort(2 + EXIF_PREFIX.length + block.length);
        out.write(EXIF_PREFIX);
        out.write(block);
    }

    private static void stripPng(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
        out.write(readFully(in, PNG_SIGNATURE));
        String name;
        do {
            int length = in.readInt();
            byte[] type = readFully(in, 4);
            name = new String(type, StandardCharsets.ISO_8859_1);
            byte[] rest = readFully(in, Math.addExact(Math.max(0, length), 4));
            if (!PNG_METADATA.contains(name) && !(name.equals("iCCP") && isExcessiveProfile(rest))) {
                out.writeInt(length);
                out.write(type);
                out.write(rest);
            }
            if (name.equals("IHDR") && orientation > ExifOrientation.UPRIGHT) {
                writeOrientationChunk(out, orientation);
            }
        } while (!name.equals("IEND"));
    }

    private static void writeOrientationChunk(DataOutputStream out, int orientation) throws IOException {
        byte[] block = ExifOrientation.block(orientation);
        byte[] type = PNG_EXIF.getBytes(StandardCharsets.ISO_8859_1);
        var checksum = new CRC32();
        checksum.update(type);
        checksum.update(block);
        out.writeInt(block.length);
        out.write(type);
        out.write(block);
        out.writeInt((int) checksum.getValue());
    }

    /** Returns whether a compressed colour profile is malformed, or becomes far larger than those that exist. */
    private static boolean isExcessiveProfile(byte[] chunk) {
        int nameEnd = 0;
        while (nameEnd < chunk.length && chunk[nameEnd] != 0) {
            nameEnd++;
        }
        int start = Math.min(nameEnd + 2, chunk.length); // after the name and the method
        try (var profile = new InflaterInputStream(new ByteArrayInputStream(chunk, start, chunk.length - start))) {
            return profile.skip(MAX_PROFILE_BYTES) == MAX_PROFILE_BYTES;
        } catch (IOException malformed) {
            return true;
        }
    }

    private static void stripGif(DataInputStream in, DataOutputStream out) throws IOException {
        byte[] head = readFully(in, 13); // signature and logical screen descriptor
        out.write(head);
        out.write(readFully(in, colourTableSize(head[10])));
        for (int block = in.readUnsignedByte(); block != 0x3B; block = in.readUnsignedByte()) {
            if (block == 0x2C) {
                byte[] frame = readFully(in, 9);
                out.writeByte(block);
                out.write(frame);
                out.write(readFully(in, colourTableSize(frame[8])));
                out.writeByte(in.readUnsignedByte());
                copyBlocks(in, out);
            } else if (block == 0x21) {
                copyExtension(in, out);
            } else {
                throw new IOException("no block");
            }
        }
        out.writeByte(0x3B);
    }

    private static int colourTableSize(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Keeps only the extensions for animation. */
    private static void copyExtension(DataInputStream in, DataOutputStream out) throws IOException {
        int label = in.readUnsignedByte();
        byte[] first = readFully(in, in.readUnsignedByte());
        boolean repeats = label == 0xFF && new String(first, StandardCharsets.ISO_8859_1).startsWith("NETSCAPE2.0");
        if (label == 0xF9 || repeats) {
            out.writeByte(0x21);
            out.writeByte(label);
            out.writeByte(first.length);
            out.write(first);
            copyBlocks(in, out);
        } else if (first.length > 0) {
            copyBlocks(in, new DataOutputStream(OutputStream.nullOutputStream()));
        }
    }

    private static void copyBlocks(DataInputStream in, DataOutputStream out) throws IOException {
        int length;
        do {
            length = in.readUnsignedByte();
            out.writeByte(length);
            out.write(readFully(in, length));
        } while (length > 0);
    }

    private static void stripWebp(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
        byte[] head = readFully(in, 12);
        int left = Integer.reverseBytes(ByteBuffer.wrap(head).getInt(4)) - 4;
        var body = new ByteArrayOutputStream();
        while (left >= 8) {
            byte[] chunk = readFully(in, 8);
            String name = new String(chunk, 0, 4, StandardCharsets.ISO_8859_1);
            int length = Integer.reverseBytes(ByteBuffer.wrap(chunk).getInt(4));
            int padded = Math.addExact(length, length & 1);
            if (length < 0 || padded > left - 8) {
                throw new IOException("a chunk longer than the file");
            }
            byte[] rest = readFully(in, padded);
            left -= 8 + padded;
            if (name.equals("VP8X") && length > 0) {
                rest[0] &= ~(WEBP_EXIF_FLAG | WEBP_XMP_FLAG);
                rest[0] |= orientation > ExifOrientation.UPRIGHT ? WEBP_EXIF_FLAG : 0;
            }
            if (!name.equals("EXIF") && !name.equals("XMP ")) {
                body.write(chunk);
                body.write(rest);
            }
        }
        if (orientation > ExifOrientation.UPRIGHT) {
            byte[] block = ExifOrientation.block(orientation);
            body.writeBytes("EXIF".getBytes(StandardCharsets.ISO_8859_1));
            body.writeBytes(ByteBuffer.allocate(4)
                    .putInt(Integer.reverseBytes(block.length))
                    .array());
            body.writeBytes(block);
        }
        out.write(head, 0, 4);
        out.writeInt(Integer.reverseBytes(body.size() + 4));
        out.write(head, 8, 4);
        body.writeTo(out);
    }

    private static byte[] readFully(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
