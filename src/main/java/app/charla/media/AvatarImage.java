package app.charla.media;

import app.charla.core.InvalidException;

/** Renders avatars: small square pictures. */
public final class AvatarImage {

    /** Media type of avatars. */
    public static final String TYPE = "image/jpeg";

    /** Width and height in pixels. */
    public static final int SIDE = 256;

    /** Maximum size of an upload in bytes. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    private AvatarImage() {}

    /**
     * Renders the centre of an uploaded picture anew, so that nothing of the file but its pixels is kept.
     *
     * @throws InvalidException if it is no readable picture, or too large
     */
    public static byte[] render(byte[] uploaded) {
        if (uploaded.length > MAX_BYTES) {
            throw new InvalidException("avatar", "avatar.size", MAX_BYTES / 1024 / 1024);
        }
        try {
            return Picture.square(uploaded, SIDE);
        } catch (Picture.UnreadableException unreadable) {
            throw new InvalidException("avatar", "avatar.unreadable");
        }
    }
}
