package app.charla.message;

import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.media.MediaId;
import app.charla.unicode.StorableText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as its sender submits it.
 *
 * @param clientId 1–64 characters, made once when the person presses send; retries repeat it
 * @param text at most 8,000 characters (a setting); blank only with media
 * @param replyTo the message of the same chat that it replies to, if any
 * @param media uploads of the sender to attach: at most 10 (a setting)
 */
public record MessageDraft(
        String clientId, String text, @Nullable MessageId replyTo, List<MediaId> media) {

    /** The maximum length of an idempotency key. */
    public static final int MAX_CLIENT_ID_LENGTH = 64;

    /** @throws InvalidException if the clientId is blank or too long */
    public MessageDraft {
        StorableText.require("clientId", clientId);
        if (clientId.isBlank() || clientId.length() > MAX_CLIENT_ID_LENGTH) {
            throw new InvalidException("clientId", "clientId.length", 1, MAX_CLIENT_ID_LENGTH);
        }
        media = List.copyOf(media);
    }

    /** A message that is no reply. */
    public MessageDraft(String clientId, String text) {
        this(clientId, text, null);
    }

    /** A message without attachments. */
    public MessageDraft(String clientId, String text, @Nullable MessageId replyTo) {
        this(clientId, text, replyTo, List.of());
    }
}
