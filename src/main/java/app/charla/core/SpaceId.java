package app.charla.core;

import java.util.UUID;

/** Identifier of a space. */
public record SpaceId(UUID value) {

    /**
     * Parses an identifier from an address or a request.
     *
     * @throws NotFoundException if the text is not an identifier: what cannot exist is not found
     */
    public static SpaceId parse(String text) {
        try {
            return new SpaceId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
