package app.charla.media;

import app.charla.core.NotFoundException;
import java.util.UUID;

/** Identifies media, unique within its space. */
public record MediaId(UUID value) {

    /**
     * Parses an id from an address or a request.
     *
     * @throws NotFoundException if the text is no id: what cannot exist is not found
     */
    public static MediaId parse(String text) {
        try {
            return new MediaId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
