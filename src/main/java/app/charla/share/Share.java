package app.charla.share;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * Messages that are shown outside.
 *
 * @param by who shows them
 * @param firstSeq the first of them, by its number in the chat
 * @param lastSeq the last of them
 * @param awaited how many people have not consented yet; nothing is shown before they all have
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
