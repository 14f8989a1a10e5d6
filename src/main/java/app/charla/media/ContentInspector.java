package app.charla.media;

import app.charla.core.InvalidException;
import app.charla.media.Attachment.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Detects the media type of a file from its bytes and how it may be shown. Content that a browser could take for a page
 * or a script is {@link Kind#FILE}, whatever its name.
 */
@Component
class ContentInspector {

    private static final Set<String> IMAGE_TYPES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final Set<String> VIDEO_TYPES = Set.of("video/mp4", "video/webm", "video/ogg", "video/quicktime");
    private static final Set<String> AUDIO_TYPES = Set.of(
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/vorbis",
            "audio/opus",
            "audio/webm",
            "audio/vnd.wave",
            "audio/x-wav",
            "audio/flac",
            "audio/x-flac",
            "audio/aac");

    /** Recorders write audio into video containers. */
    private static final Map<String, String> RECORDING_TYPES = Map.of(
            "video/webm", "audio/webm",
            "application/x-matroska", "audio/webm",
            "video/x-matroska", "audio/webm",
            "video/mp4", "audio/mp4",
            "application/mp4", "audio/mp4",
            "video/quicktime", "audio/mp4",
            "audio/vorbis", "audio/ogg",
            "audio/opus", "audio/ogg",
            "video/ogg", "audio/ogg",
            "application/ogg", "audio/ogg");

    private final Tika tika = new Tika();

    /**
     * A detected type.
     *
     * @param picture the derived pictures, if it can be shown as one
     * @param replaced whether the largest derived picture is stored in place of the file: an animation that would take too
     *     much of a reader's memory
     */
    record Content(String type, Kind kind, @Nullable Picture picture, boolean replaced) {

        Content(String type, Kind kind) {
            this(type, kind, null, false);
        }

        /** Returns whether the bytes are of a picture, shown or not: one may tell where it was taken. */
        boolean hasPictureMetadata() {
            return IMAGE_TYPES.contains(type);
        }

        /** The file name, with another extension if the content is replaced. */
        String fileName(String uploaded) {
            return replaced ? uploaded.replaceFirst("\\.[^.]{1,5}$", "") + type.replaceFirst("image/", ".") : uploaded;
        }
    }

    /** @throws InvalidException if it claims to be a picture but is none */
    Content inspect(Path file, UploadRequest request) throws IOException {
        String type = type(file, request.name());
        if (request.voice()) {
            String audio = RECORDING_TYPES.getOrDefault(type, type);
            if (AUDIO_TYPES.contains(audio)) {
                return new Content(audio, Kind.VOICE);
            }
        }
        if (IMAGE_TYPES.contains(type)) {
            return picture(file, type);
        }
        if (VIDEO_TYPES.contains(type)) {
            return new Content(type, Kind.VIDEO);
        }
        return new Content(type, AUDIO_TYPES.contains(type) ? Kind.AUDIO : Kind.FILE);
    }

    private String type(Path file, String name) throws IOException {
        try (var bytes = new java.io.BufferedInputStream(Files.newInputStream(file))) {
            String type = tika.detect(bytes, name).toLowerCase(Locale.ROOT);
            return type.equals("application/x-matroska") || type.equals("video/x-matroska")
                    ? byExtension(name, type)
                    : type;
        }
    }

    /** The same container under another file name extension. */
    private static String byExtension(String name, String type) {
        return name.toLowerCase(Locale.ROOT).endsWith(".webm") ? "video/webm" : type;
    }

    private static boolean isExcessive(Path file, String type) {
        try {
            return Animation.of(file, type).isExcessive();
        } catch (IOException malformed) {
            throw new InvalidException("media", "media.picture");
        }
    }

    /** A picture with too many pixels to be shown is a file. */
    private static Content picture(Path file, String type) {
        try {
            Picture picture = Picture.of(file);
            return isExcessive(file, type)
                    ? new Content(picture.viewType(), Kind.IMAGE, picture, true)
                    : new Content(type, Kind.IMAGE, picture, false);
        } catch (Picture.TooLargeException unseen) {
            return new Content(type, Kind.FILE);
        } catch (Picture.UnreadableException unreadable) {
            throw new InvalidException("media", "media.picture");
        }
    }

    static String sha256(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                bytes.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
