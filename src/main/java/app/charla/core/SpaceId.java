package app.charla.core;

import java.util.UUID;

/** Names a space: a community with a database of its own. */
public record SpaceId(UUID value) {

    /**
     * Reads an identifier as it stands in an address or a request.
     *
     * @throws NotFoundException if the text is no identifier: what cannot exist is not found
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
