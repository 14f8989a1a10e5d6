package app.charla.api.json;

import app.charla.message.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a chat.
 *
 * @param seq its number in the chat: gapless, in the order of sending
 * @param subject the person that a note is about
 * @param text after a leading {@code /me}, what the sender does; no other slash command has a meaning here
 * @param version the version that an edit must name
 * @param revision rises with every change, including reactions
 * @param quote the message it replies to
 * @param mentions people mentioned when it was sent or last edited
 * @param mentionsAll whether it mentions everybody in the chat
 * @param origin where a forwarded message comes from
 * @param preview the preview of its first link
 * @param media attachments
 */
public record MessageJson(
        String chatId,
        long id,
        long seq,
        String clientId,
        String text,
        Message.Kind kind,
        PersonJson sender,
        @Nullable PersonJson subject,
        Instant sentAt,
        @Nullable Instant editedAt,
        boolean deleted,
        int version,
        int revision,
        @Nullable QuoteJson quote,
        List<ReactionJson> reactions,
        List<PersonJson> mentions,
        boolean mentionsAll,
        boolean pinned,
        @Nullable OriginJson origin,
        @Nullable PreviewJson preview,
        List<AttachmentJson> media) {}
