package app.charla.notification;

import app.charla.chat.NotificationSetting.NotificationLevel;
import java.time.Duration;

/**
 * The rule of who hears what, and when: decides from facts alone whether a person is notified of a message now, later, or
 * not at all.
 */
final class NotificationRule {

    /** How long a read marker may be under way to somebody whose devices are closed. */
    static final Duration ABSENT_WAIT = Duration.ofSeconds(2);

    /** How long somebody who is using Charla has for reading. */
    static final Duration ACTIVE_WAIT = Duration.ofSeconds(8);

    /** As {@link #ACTIVE_WAIT} where read markers are gathered before they are written. */
    static final Duration GATHERED_WAIT = Duration.ofSeconds(12);

    /** Chats with more members than this gather their read markers. */
    static final int MAX_IMMEDIATE_MARKERS = 50;

    /** Why a message concerns a person. */
    enum Cause {
        PRIVATE_MESSAGE,
        MENTION,
        /** A reply to a message of the person. */
        REPLY,
        /** Any other message of a chat. */
        MESSAGE
    }

    /** What happens. */
    enum Outcome {
        /** The person is notified now. */
        TELL,
        /** It is too early to know; the same question is asked again. */
        WAIT,
        /** Quiet hours: the person hears of it in a summary afterwards, if it is still unread. */
        HOLD,
        /** The person is not notified. */
        NOTHING
    }

    /**
     * The facts about a message and a person at one moment.
     *
     * @param level the level in effect, chosen or by default
     * @param active whether the person is using Charla on any device
     * @param gathered whether the chat gathers its read markers
     * @param age how long ago the message was sent
     * @param read whether the person's read marker has reached the message
     * @param deleted whether the message has no content any more
     * @param blocked whether the person blocked the sender or was blocked by them
     * @param doNotDisturb whether the person chose not to be disturbed
     * @param quiet whether the person has quiet hours
     */
    record Facts(
            Cause cause,
            NotificationLevel level,
            boolean active,
            boolean gathered,
            Duration age,
            boolean read,
            boolean deleted,
            boolean blocked,
            boolean doNotDisturb,
            boolean quiet) {}

    private NotificationRule() {}

    static Outcome decide(Facts facts) {
        if (facts.deleted() || facts.blocked() || facts.read() || facts.doNotDisturb()) {
            return Outcome.NOTHING;
        }
        if (!isWanted(facts.cause(), facts.level())) {
            return Outcome.NOTHING;
        }
        if (facts.age().compareTo(wait(facts.active(), facts.gathered())) < 0) {
            return Outcome.WAIT;
        }
        return facts.quiet() ? Outcome.HOLD : Outcome.TELL;
    }

    /** Returns whether a person of a level wants to hear of a cause at all. */
    static boolean isWanted(Cause cause, NotificationLevel level) {
        return switch (level) {
            case ALL -> true;
            case MENTIONS -> cause != Cause.MESSAGE;
            case NOTHING -> false;
        };
    }

    /** Returns how long after a message the person's read marker is waited for. */
    static Duration wait(boolean active, boolean gathered) {
        if (!active) {
            return ABSENT_WAIT;
        }
        return gathered ? GATHERED_WAIT : ACTIVE_WAIT;
    }
}
