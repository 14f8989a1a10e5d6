package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.storage.SpaceTransaction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to post a system message. Published as a Spring event inside the transaction of the change, so that both
 * are committed together.
 *
 * @param actor the account that made the change
 * @param subject the account it is about, if any
 * @param text the new name, topic, role …, or empty
 * @param recipients receivers of the message's event
 */
public record SystemMessageRequested(
        SpaceTransaction transaction,
        ChatId chat,
        AccountId actor,
        Kind kind,
        @Nullable AccountId subject,
        String text,
        Set<AccountId> recipients) {

    /** The kind of change. */
    public enum Kind {
        GROUP_CREATED,
        PUBLIC_CREATED,
        RENAMED,
        TOPIC_SET,
        TOPIC_REMOVED,
        MEMBER_ADDED,
        MEMBER_REMOVED,
        MEMBER_LEFT,
        ROLE_CHANGED,
        POSTING_EVERYBODY,
        POSTING_MANAGERS,
        ARCHIVED,
        UNARCHIVED,
        TURNED_INTO_GROUP
    }
}
