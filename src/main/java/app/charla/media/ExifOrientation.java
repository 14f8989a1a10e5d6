package app.charla.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The orientation of a picture, as its camera noted it in EXIF: in an APP1 segment of a JPEG, the eXIf chunk of a PNG, the
 * EXIF chunk of a WebP. Reads the headers alone.
 *
 * @see <a href="https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E">Exif 3.0, 4.6.4</a>
 */
final class ExifOrientation {

    /** The orientation of a picture that is stored as it is shown. */
    static final int UPRIGHT = 1;

    private static final int LAST = 8;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final int MAX_EXIF_BYTES = 1 << 20;
    private static final byte[] JPEG_PREFIX = {'E', 'x', 'i', 'f', 0, 0};

    private ExifOrientation() {}

    /** Returns 1–8; 1 if there is none, or the file is malformed. Reads the stream, but does not close it. */
    static int of(InputStream picture) {
        try {
            var in = new DataInputStream(new BufferedInputStream(picture));
            byte[] head = in.readNBytes(2);
            if (Arrays.equals(head, new byte[] {(byte) 0xFF, (byte) 0xD8})) {
                return ofJpeg(in);
            }
            return switch (new String(head, StandardCharsets.ISO_8859_1)) {
                case "\u0089P" -> ofPng(in);
                case "RI" -> ofWebp(in);
                default -> UPRIGHT;
            };
        } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException malformed) {
            return UPRIGHT;
        }
    }

    /** Returns an EXIF block with nothing but the orientation. */
    static byte[] block(int orientation) {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    private static int ofJpeg(DataInputStream in) throws IOException {
        while (in.readUnsignedByte() == 0xFF) {
            int marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            if (marker == 0xDA || marker == 0xD9) {
                return UPRIGHT;
            }
            byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
            if (marker == 0xE1 && startsWith(segment, JPEG_PREFIX)) {
                return ofBlock(segment, JPEG_PREFIX.length);
            }
        }
        return UPRIGHT;
    }

    private static int ofPng(DataInputStream in) throws IOException {
        in.skipNBytes(6);
        while (true) {
            long length = Integer.toUnsignedLong(in.readInt());
            String name = fourCharacters(in);
            if (name.equals("eXIf")) {
                return ofBlock(in.readNBytes((int) Math.min(length, MAX_EXIF_BYTES)), 0);
            }
            if (name.equals("IEND")) {
                return UPRIGHT;
            }
            in.skipNBytes(length + 4);
        }
    }

    private static int ofWebp(DataInputStream in) throws IOException {
        in.skipNBytes(10);
        while (true) {
            String name = fourCharacters(in);
            long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            if (name.equals("EXIF")) {
                byte[] block = in.readNBytes((int) Math.min(length, MAX_EXIF_BYTES));
                return ofBlock(block, startsWith(block, JPEG_PREFIX) ? JPEG_PREFIX.length : 0); // some writers' mistake
            }
            in.skipNBytes(length + (length & 1));
        }
    }

    private static int ofBlock(byte[] bytes, int start) {
        ByteBuffer block = ByteBuffer.wrap(bytes, start, bytes.length - start).slice();
        block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = block.getInt(4);
        int entries = Short.toUnsignedInt(block.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(block.getShort(entry)) == TAG) {
                int orientation = Short.toUnsignedInt(block.getShort(entry + 8));
                return orientation >= UPRIGHT && orientation <= LAST ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return Arrays.equals(Arrays.copyOf(bytes, prefix.length), prefix);
    }

    private static String fourCharacters(DataInputStream in) throws IOException {
        byte[] name = new byte[4];
        in.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
