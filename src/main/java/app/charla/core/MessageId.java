package app.charla.core;

/**
 * Names a message within its space.
 *
 * @param value the position in the space's journal at which the message was sent; rises, never reused
 */
public record MessageId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
