package app.charla.api.json;

import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.media.MediaId;
import app.charla.message.MessageDraft;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param text may be empty if there are media
 * @param clientId idempotency key: repeating a request with the same one sends nothing twice
 * @param replyTo a message of the same chat to reply to
 * @param media identifiers of the caller's uploads to attach
 */
public record SendRequest(
        String text,

        @Schema(minLength = 1, maxLength = MessageDraft.MAX_CLIENT_ID_LENGTH) @Nullable
        String clientId,

        @Nullable Long replyTo,

        @ArraySchema(schema = @Schema(format = "uuid")) @Nullable
        List<String> media) {

    /** Header that may replace {@code clientId}. */
    public static final String KEY = "Idempotency-Key";

    public SendRequest {
        Require.required("text", text);
    }

    /** Without a key or a {@code clientId}, a repeated request sends the message again. */
    public MessageDraft toDraft(@Nullable String key) {
        if (key != null && clientId != null && !key.equals(clientId)) {
            throw new InvalidException(KEY, "clientId.two");
        }
        String id = clientId == null ? key : clientId;
        return new MessageDraft(
                id == null ? UUID.randomUUID().toString() : id,
                text,
                replyTo == null ? null : new MessageId(replyTo),
                media == null ? List.of() : media.stream().map(MediaId::parse).toList());
    }
}
