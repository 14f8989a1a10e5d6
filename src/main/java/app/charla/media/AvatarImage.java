package app.charla.media;

import app.charla.core.InvalidException;

/** A small square picture for somebody to be known by. */
public final class AvatarImage {

    /** The kind of file that each of them is. */
    public static final String TYPE = "image/jpeg";

    /** How many pixels wide and high each of them is. */
    public static final int SIDE = 256;

    /** The most bytes that one may be made of. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    private AvatarImage() {}

    /**
     * Draws the middle of an uploaded picture anew: nothing of the file but its points is in it.
     *
     * @throws InvalidException if it is no picture that can be shown, or too large a one
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
