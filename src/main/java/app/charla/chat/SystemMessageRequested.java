package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.storage.SpaceTransaction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to stand as a line in the conversation. Published as a Spring event inside the transaction that
 * makes it true, so that the line and the fact are committed together.
 *
 * @param actor who did it
 * @param subject to whom, if to anybody
 * @param text the new name, topic, role …, or empty
 * @param recipients who sees the line at once
 */
public record SystemMessageRequested(
        SpaceTransaction transaction,
        ChatId chat,
        AccountId actor,
        Kind kind,
        @Nullable AccountId subject,
        String text,
        Set<AccountId> recipients) {

    /** What happened. */
    public enum Kind {
        GROUP_CREATED,
        RENAMED,
        TOPIC_SET,
        TOPIC_REMOVED,
        MEMBER_ADDED,
        MEMBER_REMOVED,
        MEMBER_LEFT,
        ROLE_CHANGED
    }
}
