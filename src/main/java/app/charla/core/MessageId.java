package app.charla.core;

/**
 * Identifier of a message within its space.
 *
 * @param value the journal position at which the message was sent; rises, never reused
 */
public record MessageId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
