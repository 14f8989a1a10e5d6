package app.charla.message;

import app.charla.chat.ChatService;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettingsService;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes messages older than their space keeps them, including their rows. The newest message of each chat stays
 * without its content: the next seq is computed from it.
 *
 * @see <a href="../../../../../docs/decisions/016-space-export-and-restore.md">decision 016</a>
 */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    /** Messages per transaction: short enough that a sender does not notice it. */
    private static final int BATCH_SIZE = 500;

    private final SpaceStore store;
    private final SpaceSettingsService settings;
    private final MessageRepository messages;
    private final MessageDependents dependents;
    private final ChatService chats;
    private final Clock clock;

    Retention(
            SpaceStore store,
            SpaceSettingsService settings,
            MessageRepository messages,
            MessageDependents dependents,
            ChatService chats,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.messages = messages;
        this.dependents = dependents;
        this.chats = chats;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void deleteExpired() {
        for (SpaceId space : settings.spacesWithRetention()) {
            try {
                deleteExpired(space);
            } catch (UnavailableException later) {
                log.warn("space {} does not answer; its old messages are deleted later", space, later);
            }
        }
    }

    private void deleteExpired(SpaceId space) {
        SpaceSettings current = settings.of(space);
        if (current.retentionDays() == null) {
            return;
        }
        Instant oldest = clock.instant().minus(Duration.ofDays(current.retentionDays()));
        long end = store.read(
                space,
                () -> messages.findFirstBySentAtGreaterThanEqualOrderById(oldest)
                        .map(entity -> entity.toMessage().id().value())
                        .orElse(Long.MAX_VALUE));
        int deleted = BATCH_SIZE;
        while (deleted == BATCH_SIZE) {
            deleted = store.write(space, transaction -> deleteExpired(transaction, end));
        }
    }

    private int deleteExpired(SpaceTransaction transaction, long end) {
        List<MessageEntity> old = messages.findBefore(end, Limit.of(BATCH_SIZE));
        old.forEach(entity -> deleteExpired(transaction, entity));
        return old.size();
    }

    /** Clears a message and deletes its row; the published change removes it from open clients. */
    private void deleteExpired(SpaceTransaction transaction, MessageEntity entity) {
        Message before = entity.toMessage();
        entity.clearContent(transaction.now());
        dependents.remove(transaction, entity);
        if (before.seq() < messages.findLastSeq(before.chat().value())) {
            messages.delete(entity);
        }
        MessageChanged.publish(
                transaction, before.withoutContent(), chats.audience(transaction.space(), before.chat()));
    }
}
