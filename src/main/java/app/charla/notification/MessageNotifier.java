package app.charla.notification;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.MessageId;
import app.charla.core.SpaceId;
import app.charla.message.Message;
import app.charla.message.MessageHistory;
import app.charla.message.MessagePosted;
import app.charla.storage.Journal;
import app.charla.storage.JournalEntry;
import app.charla.storage.JournalFollower;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follower of the journals that notifies of messages. A message waits here until everybody has had time to read it, and its
 * journal entry counts as passed when all of its notifications are sent, or stored to be sent again: a crash repeats some,
 * which replace those before them, and loses none.
 *
 * @see <a href="../../../../../docs/decisions/061-web-push.md">decision 061</a>
 */
@Component
class MessageNotifier implements JournalFollower {

    private static final int BATCH_SIZE = 256;

    /** Messages of a space that wait at once; the others stay in the journal. */
    private static final int MAX_WAITING = 2_000;

    private static final Duration TICK = Duration.ofMillis(250);

    private final Journal journal;
    private final MessageHistory history;
    private final MessageDelivery deliveries;
    private final PushRegister register;
    private final PushProperties settings;
    private final Clock clock;
    private final Map<SpaceId, Line> lines = new ConcurrentHashMap<>();

    /** The messages of a space that are not dealt with yet, in order, up to a position of the journal. */
    private static final class Line {
        private final Deque<Pending> waiting = new ArrayDeque<>();
        private long read;

        Line(long read) {
            this.read = read;
        }

        /** Returns how long until something is due, or may have been sent. */
        Duration pause(Instant now) {
            if (waiting.stream().anyMatch(Pending::isBeingSent)) {
                return TICK;
            }
            return waiting.stream()
                    .flatMap(pending -> pending.untilDue(now).stream())
                    .min(Duration::compareTo)
                    .filter(pause -> pause.compareTo(TICK) > 0)
                    .orElse(TICK);
        }

        /** Removes the first messages that are dealt with; returns the position before the first that is not. */
        long advance() {
            while (!waiting.isEmpty() && waiting.getFirst().isDone()) {
                waiting.removeFirst();
            }
            return waiting.isEmpty() ? read : waiting.getFirst().position() - 1;
        }
    }

    MessageNotifier(
            Journal journal,
            MessageHistory history,
            MessageDelivery deliveries,
            PushRegister register,
            PushProperties settings,
            Clock clock) {
        this.journal = journal;
        this.history = history;
        this.deliveries = deliveries;
        this.register = register;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "push";
    }

    @Override
    public boolean concerns(LiveEvent event) {
        return event instanceof MessagePosted;
    }

    @Override
    public Duration gathering() {
        return NotificationRule.ABSENT_WAIT;
    }

    @Override
    public @Nullable Step next(SpaceId space, long position, long end) {
        Line line = lines.compute(
                space, (id, known) -> known == null || known.read < position ? new Line(position) : known);
        if (line.waiting.isEmpty() && (!settings.on() || !register.isAny())) {
            lines.remove(space);
            return position == end ? null : Step.to(end, transaction -> {});
        }
        boolean more = read(line, end);
        Instant now = clock.instant();
        List<Pending> due =
                line.waiting.stream().filter(pending -> pending.isDue(now)).toList();
        if (!due.isEmpty()) {
            deliver(space, due);
        }
        long passed = line.advance();
        if (passed > position) {
            return Step.to(passed, transaction -> {});
        }
        if (line.waiting.isEmpty()) {
            lines.remove(space);
            return null;
        }
        return Step.after(more ? Duration.ZERO : line.pause(now));
    }

    /** Reads on in the journal. Returns whether there is more than fits. */
    private boolean read(Line line, long end) {
        int room = Math.min(BATCH_SIZE, MAX_WAITING - line.waiting.size());
        if (line.read >= end || room <= 0) {
            return false;
        }
        for (JournalEntry entry : journal.after(line.read, room)) {
            Long message = entry.messageId();
            if (message != null && message == entry.position()) {
                line.waiting.addLast(new Pending(message, entry.at()));
            }
            line.read = entry.position();
        }
        return line.read < end && line.waiting.size() < MAX_WAITING;
    }

    private void deliver(SpaceId space, List<Pending> due) {
        Map<MessageId, Message> messages = history.byIds(
                due.stream().map(pending -> new MessageId(pending.position())).toList());
        var told = new HashMap<ChatId, Set<AccountId>>();
        for (Pending pending : due.reversed()) { // who is told of the newest of a chat need not hear of those before it
            Message message = messages.get(new MessageId(pending.position()));
            if (message == null) {
                pending.finish();
            } else {
                deliveries.deliver(
                        space, message, pending, told.computeIfAbsent(message.chat(), chat -> new HashSet<>()));
            }
        }
    }

    /** Who has been away for longer than the journal keeps its entries hears of what comes now. */
    @Override
    public @Nullable Step restart(SpaceId space, long end) {
        lines.remove(space);
        return null;
    }
}
