package app.charla.notification;

import app.charla.account.Account;
import app.charla.account.BlockList;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.Membership;
import app.charla.core.AccountId;
import app.charla.message.Message;
import app.charla.message.Quote;
import app.charla.notification.NotificationRule.Cause;
import app.charla.notification.NotificationRule.Facts;
import app.charla.presence.PresenceChoice;
import app.charla.presence.PresenceService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects the facts about a message and a person that {@link NotificationRule} decides from. */
@Component
class MessageRecipients {

    private final BlockList blocks;
    private final PresenceService presence;
    private final Clock clock;

    MessageRecipients(BlockList blocks, PresenceService presence, Clock clock) {
        this.blocks = blocks;
        this.presence = presence;
        this.clock = clock;
    }

    Facts facts(Chat chat, Message message, Membership person, boolean quiet) {
        Instant now = clock.instant();
        AccountId account = person.account();
        return new Facts(
                cause(chat, message, account),
                person.notifications().levelIn(chat, now),
                presence.isActive(account),
                chat.members().size() > NotificationRule.MAX_IMMEDIATE_MARKERS,
                Duration.between(message.sentAt(), now),
                person.readSeq() >= message.seq(),
                message.deleted() || message.kind() != Message.Kind.TEXT,
                blocks.blockedEitherWay(account).contains(message.sender()),
                presence.own(account).choice() == PresenceChoice.DO_NOT_DISTURB,
                quiet);
    }

    /** Returns whether a person can be notified at all, by what is at hand; most of a large chat cannot. */
    boolean isCandidate(Chat chat, Message message, Membership person) {
        return person.readSeq() < message.seq()
                && NotificationRule.isWanted(
                        cause(chat, message, person.account()),
                        person.notifications().levelIn(chat, clock.instant()));
    }

    private static Cause cause(Chat chat, Message message, AccountId account) {
        if (chat.kind() == Kind.PRIVATE) {
            return Cause.PRIVATE_MESSAGE;
        }
        if (message.mentions().includes(account)) {
            return Cause.MENTION;
        }
        Quote quote = message.quote();
        return quote != null && account.equals(quote.sender()) ? Cause.REPLY : Cause.MESSAGE;
    }

    /** Returns when the person's quiet hours end; null if there are none now. */
    @Nullable
    Instant quietUntil(Account person, NotificationSettings settings) {
        String zone = person.preferences().timeZone();
        return settings.quietHours().endAt(clock.instant(), zone == null ? ZoneId.systemDefault() : ZoneId.of(zone));
    }
}
