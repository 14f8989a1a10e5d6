package app.charla.api.json;

import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.media.MediaId;
import app.charla.message.MessageDraft;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way in.
 *
 * @param text may be empty where there are media
 * @param replyTo the message of the same chat that it answers
 * @param media what the caller uploaded to send it with this
 */
public record SendRequest(
        String text,
        @Nullable String clientId,
        @Nullable Long replyTo,
        @Nullable List<String> media) {

    /** May stand in place of the {@code clientId}. */
    public static final String KEY = "Idempotency-Key";

    public SendRequest {
        Require.required("text", text);
    }

    /** Who names the send in no way gets no protection from repeating it. */
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
