package app.charla.media;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.space.SpaceClosed;
import app.charla.space.SpaceDeletion;
import app.charla.storage.SpaceStore;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes what no message holds: a moment after the last one was deleted, and once an hour whatever was uploaded and not
 * sent, or was left behind by a crash or with a whole chat. Bytes go with the last media that are them.
 */
@Component
class MediaCleanup {

    private static final Logger log = LoggerFactory.getLogger(MediaCleanup.class);
    private static final int BATCH_SIZE = 200;
    private static final int STRIPES = 64;

    private final SpaceStore spaceStore;
    private final SpaceDeletion deletion;
    private final MediaStore store;
    private final MediaRepository media;
    private final PartialUploads files;
    private final MediaProperties settings;
    private final Clock clock;

    /** Where something is kept, or may have been left. */
    private final Set<SpaceId> watched = ConcurrentHashMap.newKeySet();

    /** Bytes that nothing is any longer, and that could not be removed. */
    private final Set<Blob> stuck = ConcurrentHashMap.newKeySet();

    /** Whether what was kept before the start is watched, too. */
    private boolean allWatched;

    /** Bytes are not removed while the same arrive once more. */
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("media-removal").factory());

    MediaCleanup(
            SpaceStore spaceStore,
            SpaceDeletion deletion,
            MediaStore store,
            MediaRepository media,
            PartialUploads files,
            MediaProperties settings,
            Clock clock) {
        this.spaceStore = spaceStore;
        this.deletion = deletion;
        this.store = store;
        this.media = media;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    private record Blob(SpaceId space, String sha256) {}

    /** Something of this space may be left over some day. */
    void watch(SpaceId space) {
        watched.add(space);
    }

    /** Does what changes whether some bytes are kept, while nobody else does. */
    void withContentLock(String sha256, Runnable change) {
        ReentrantLock lock = locks.get(Integer.parseInt(sha256, 0, 4, 16) % STRIPES);
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** Removes what no message holds when the deletion of the last can no longer be undone. */
    void removeAfterUndo(SpaceId space, Collection<MediaId> ids) {
        watch(space);
        executor.schedule(
                () -> ids.forEach(id -> tryToRemove(space, id)), settings.undo().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryToRemove(SpaceId space, MediaId id) {
        try {
            remove(space, id);
        } catch (RuntimeException failure) {
            log.warn("what no message of space {} holds any longer is removed later", space, failure);
        }
    }

    /** Removes something unless a message holds it. */
    void remove(SpaceId space, MediaId id) {
        spaceStore
                .read(space, () -> media.findById(id.value()).map(MediaEntity::contentHash))
                .ifPresent(sha256 -> withContentLock(sha256, () -> remove(space, id, sha256)));
    }

    private void remove(SpaceId space, MediaId id, String sha256) {
        boolean last = spaceStore.<Boolean>write(space, transaction -> {
            if (media.countAttachments(id.value()) > 0) {
                return false;
            }
            media.findById(id.value()).ifPresent(media::delete);
            return media.countByContent(sha256) == 0;
        });
        if (last) {
            remove(new Blob(space, sha256));
        }
    }

    private void remove(Blob blob) {
        stuck.add(blob);
        try {
            for (MediaService.Size size : MediaService.Size.values()) {
                store.remove(blob.space(), blob.sha256() + size.suffix());
            }
            stuck.remove(blob);
        } catch (IOException | UnavailableException silent) {
            log.warn("the bytes of {} in space {} are removed later", blob.sha256(), blob.space(), silent);
        }
    }

    /** Unless they have come once more. */
    private void removeStuck(SpaceId space) {
        stuck.stream()
                .filter(blob -> blob.space().equals(space))
                .forEach(blob -> withContentLock(blob.sha256(), () -> {
                    if (spaceStore.read(space, () -> media.countByContent(blob.sha256())) == 0) {
                        remove(blob);
                    } else {
                        stuck.remove(blob);
                    }
                }));
    }

    @Scheduled(fixedDelay = 60, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant abandoned = clock.instant().minus(settings.abandoned());
        files.removeOlder(abandoned);
        watchAll();
        for (SpaceId space : watched) {
            try {
                if (deletion.deleted(space)) {
                    removeAll(space);
                } else {
                    removeStuck(space);
                    sweep(space, abandoned);
                }
            } catch (UnavailableException silent) {
                log.warn("space {} does not answer; what is left over there is removed later", space, silent);
            } catch (RuntimeException broken) {
                log.error("what is left over in space {} stays there", space, broken); // and the others' goes
            }
        }
    }

    private void watchAll() {
        if (!allWatched) {
            try {
                watched.addAll(store.spaces());
                allWatched = true;
            } catch (IOException | UnavailableException silent) {
                log.warn("what was left over before the start is looked for later", silent);
            }
        }
    }

    private void sweep(SpaceId space, Instant abandoned) {
        List<MediaId> loose;
        do {
            loose = spaceStore.read(
                    space,
                    () -> media.findUnattached(abandoned, Limit.of(BATCH_SIZE)).stream()
                            .map(each -> each.toAttachment().id())
                            .toList());
            loose.forEach(id -> remove(space, id));
        } while (loose.size() == BATCH_SIZE);
    }

    /** With a space goes all that was sent in it. */
    @EventListener
    void on(SpaceClosed closed) {
        SpaceId space = closed.space().id();
        watch(space);
        executor.execute(() -> removeAll(space));
    }

    private void removeAll(SpaceId space) {
        try {
            files.removeAll(space);
            store.removeAll(space);
            watched.remove(space);
            stuck.removeIf(blob -> blob.space().equals(space));
        } catch (IOException | UnavailableException stuck) {
            log.warn("media of the deleted space {} is removed later", space, stuck);
        }
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }
}
