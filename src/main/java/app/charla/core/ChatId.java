package app.charla.core;

import java.util.UUID;

/** Identifier of a chat, unique within its space. */
public record ChatId(UUID value) {

    /**
     * Parses an identifier from an address or a request.
     *
     * @throws NotFoundException if the text is not an identifier: what cannot exist is not found
     */
    public static ChatId parse(String text) {
        try {
            return new ChatId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
