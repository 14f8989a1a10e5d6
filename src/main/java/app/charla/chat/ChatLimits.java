package app.charla.chat;

import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Limits of chats: how large a group may be, and how often an account may create groups and save drafts, in all spaces
 * together.
 */
@Component
class ChatLimits {

    private static final int MAX_MEMBERS = 5_000;

    private final boolean limited;
    private final RateLimit<AccountId> groups;
    private final RateLimit<AccountId> drafts;

    ChatLimits(ChatProperties settings) {
        limited = settings.limited();
        groups = new RateLimit<>(settings.groupsPerHour(), Duration.ofHours(1));
        drafts = new RateLimit<>(settings.draftsPerMinute(), Duration.ofMinutes(1));
    }

    void takeGroup(AccountId creator) {
        if (limited) {
            groups.consume(creator);
        }
    }

    void takeDraft(AccountId author) {
        if (limited) {
            drafts.consume(author);
        }
    }

    /** @throws InvalidException if a group would have too many members */
    static void requireCapacity(int people) {
        if (people > MAX_MEMBERS) {
            throw new InvalidException("members", "group.size", MAX_MEMBERS);
        }
    }
}
