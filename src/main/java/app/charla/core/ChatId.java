package app.charla.core;

import java.util.UUID;

/** Names a chat, unique within its space. */
public record ChatId(UUID value) {

    /**
     * Reads an identifier as it stands in an address or a request.
     *
     * @throws NotFoundException if the text is no identifier: what cannot exist is not found
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
