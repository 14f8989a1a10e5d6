package app.charla.core;

import java.util.UUID;

/** Names a person's account, unique in the whole installation. */
public record AccountId(UUID value) {

    /**
     * Reads an identifier as it stands in an address or a request.
     *
     * @throws NotFoundException if the text is no identifier: what cannot exist is not found
     */
    public static AccountId parse(String text) {
        try {
            return new AccountId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
