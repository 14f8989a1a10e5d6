package app.charla.share;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * A share link: a range of messages of a chat that anybody with the link can read.
 *
 * @param by the account that shares them
 * @param firstSeq the sequence number of the first message
 * @param lastSeq that of the last message
 * @param awaited the number of authors whose consent is missing; the link works only at 0
 */
public record Share(
        UUID id,
        AccountId by,
        SpaceId space,
        ChatId chat,
        long firstSeq,
        long lastSeq,
        Instant createdAt,
        Instant expiresAt,
        int awaited) {}
