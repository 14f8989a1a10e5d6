package app.charla.media;

/**
 * The place of an attachment in a gallery: its message, and its number in it.
 *
 * @param message journal position of the message
 */
public record GalleryPlace(long message, int number) {

    /** The place before the newest attachment. */
    public static final GalleryPlace NEWEST = before(Long.MAX_VALUE);

    /** The place before the first attachment of whatever was sent before a message. */
    public static GalleryPlace before(long message) {
        return new GalleryPlace(message, Integer.MAX_VALUE);
    }

    /** @throws IllegalArgumentException if the text is not of {@link #toString} */
    public static GalleryPlace parse(String text) {
        String[] parts = text.split("/", 2);
        return new GalleryPlace(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return message + "/" + number;
    }
}
