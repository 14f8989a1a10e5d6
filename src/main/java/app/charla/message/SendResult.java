package app.charla.message;

/**
 * The answer to a send.
 *
 * @param repeated true if the same message had been sent before: it is stored and shown once
 */
public record SendResult(Message message, boolean repeated) {}
