package app.charla.chat;

import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Limits of chats: how large a group may be, and how often an account may create groups and public chats, and save
 * drafts, in all spaces together.
 */
@Component
class ChatLimits {

    private static final int MAX_MEMBERS = 5_000;

    private final boolean limited;
    private final RateLimit<AccountId> creations;
    private final RateLimit<AccountId> drafts;

    ChatLimits(ChatProperties settings) {
        limited = settings.limited();
        creations = new RateLimit<>(settings.groupsPerHour(), Duration.ofHours(1));
        drafts = new RateLimit<>(settings.draftsPerMinute(), Duration.ofMinutes(1));
    }

    /** Counts a new group or public chat. */
    void takeCreation(AccountId creator) {
        if (limited) {
            creations.consumeAndReport(creator);
        }
    }

    void takeDraft(AccountId author) {
        if (limited) {
            drafts.consumeAndReport(author);
        }
    }

    /** @throws InvalidException if an idempotency key is too long */
    static void requireKey(@Nullable String requestKey) {
        if (requestKey != null && (requestKey.isBlank() || requestKey.length() > GroupService.MAX_REQUEST_KEY_LENGTH)) {
            throw new InvalidException("Idempotency-Key", "key.length", GroupService.MAX_REQUEST_KEY_LENGTH);
        }
    }

    /** @throws InvalidException if a group would have too many members */
    static void requireCapacity(int people) {
        if (people > MAX_MEMBERS) {
            throw new InvalidException("members", "group.size", MAX_MEMBERS);
        }
    }
}
