package app.charla.message;

import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.media.MediaId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as its sender hands it in.
 *
 * @param clientId 1–64 characters, made once when the person presses send; whoever repeats a send repeats it
 * @param text at most 8,000 characters (a setting); blank only where there are media
 * @param replyTo the message of the same chat that it answers, if any
 * @param media what the sender uploaded to send it with this: at most 10 (a setting)
 */
public record MessageDraft(
        String clientId, String text, @Nullable MessageId replyTo, List<MediaId> media) {

    private static final int MAX_CLIENT_ID_LENGTH = 64;

    /** @throws InvalidException if the clientId is blank or too long */
    public MessageDraft {
        if (clientId.isBlank() || clientId.length() > MAX_CLIENT_ID_LENGTH) {
            throw new InvalidException("clientId", "clientId.length", 1, MAX_CLIENT_ID_LENGTH);
        }
        media = List.copyOf(media);
    }

    /** A message that answers no other. */
    public MessageDraft(String clientId, String text) {
        this(clientId, text, null);
    }

    /** A message of words alone. */
    public MessageDraft(String clientId, String text, @Nullable MessageId replyTo) {
        this(clientId, text, replyTo, List.of());
    }
}
