package app.charla.api.json;

import app.charla.message.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a conversation.
 *
 * @param subject whom a note is about
 * @param text what was said; where it begins with {@code /me}, what the sender does. No other slash means anything here
 * @param version what an edit names as the version it has seen
 * @param revision rises with every change, those of reactions included
 * @param quote the message that this one answers
 * @param mentions whom it names, when it was sent or edited last
 * @param mentionsAll whether it calls everybody in the chat
 * @param pinned whether it is pinned in its chat
 * @param media what it holds besides words
 * @param origin where its words come from, if they were forwarded
 * @param preview what the page says of itself that it links to first
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
