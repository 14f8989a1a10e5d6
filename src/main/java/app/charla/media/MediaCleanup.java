package app.charla.media;

import app.charla.core.InvalidException;
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
 * Removes media that no message has attached: after the undo time when the last message was deleted, and once an hour
 * uploads never sent, or left behind by a crash or by a deleted chat. A stored file is deleted with the last media that
 * has its content.
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
    private final MediaQuota quota;
    private final PartialUploads files;
    private final MediaProperties settings;
    private final Clock clock;

    /** Spaces that have media, or may have leftovers. */
    private final Set<SpaceId> watched = ConcurrentHashMap.newKeySet();

    /** Stored files that are no longer used and could not be deleted yet. */
    private final Set<Blob> stuck = ConcurrentHashMap.newKeySet();

    /** True once spaces with media from before the start are watched, too. */
    private boolean allWatched;

    /** Locks by content hash: a file is not deleted while the same content is uploaded again. */
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("media-removal").factory());

    MediaCleanup(
            SpaceStore spaceStore,
            SpaceDeletion deletion,
            MediaStore store,
            MediaRepository media,
            MediaQuota quota,
            PartialUploads files,
            MediaProperties settings,
            Clock clock) {
        this.spaceStore = spaceStore;
        this.deletion = deletion;
        this.store = store;
        this.media = media;
        this.quota = quota;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    private record Blob(SpaceId space, String sha256) {}

    /** Includes a space in the hourly cleanup. */
    void watch(SpaceId space) {
        watched.add(space);
    }

    /** Runs a change of whether some content is stored, under the lock of that content. */
    void withContentLock(String sha256, Runnable change) {
        ReentrantLock lock = locks.get(Integer.parseInt(sha256, 0, 4, 16) % STRIPES);
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** Runs what stores some content, under its lock; if it is refused, content that nothing else has is removed. */
    void storing(SpaceId space, String sha256, Runnable change) {
        withContentLock(sha256, () -> {
            try {
                change.run();
            } catch (InvalidException refused) {
                if (spaceStore.read(space, () -> media.countByContent(sha256)) == 0) {
                    remove(new Blob(space, sha256));
                }
                throw refused;
            }
        });
    }

    /** Removes media once the deletion of its message can no longer be undone. */
    void removeAfterUndo(SpaceId space, Collection<MediaId> ids) {
        watch(space);
        executor.schedule(
                () -> ids.forEach(id -> tryToRemove(space, id)), settings.undo().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryToRemove(SpaceId space, MediaId id) {
        try {
            remove(space, id);
        } catch (RuntimeException failure) {
            log.warn("unattached media of space {} is removed later", space, failure);
        }
    }

    /**
     * Removes media unless a message has it attached.
     *
     * @return false if a message has
     */
    boolean remove(SpaceId space, MediaId id) {
        spaceStore
                .read(space, () -> media.findById(id.value()).map(MediaEntity::contentHash))
                .ifPresent(sha256 -> withContentLock(sha256, () -> remove(space, id, sha256)));
        return spaceStore.read(space, () -> media.findById(id.value())).isEmpty();
    }

    private void remove(SpaceId space, MediaId id, String sha256) {
        boolean last = spaceStore.<Boolean>write(space, transaction -> {
            if (media.countAttachments(id.value()) > 0) {
                return false;
            }
            media.findById(id.value()).ifPresent(unattached -> {
                quota.remove(unattached.uploader(), unattached.size());
                media.delete(unattached);
            });
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
        } catch (IOException | UnavailableException unavailable) {
            log.warn("file {} of space {} is removed later", blob.sha256(), blob.space(), unavailable);
        }
    }

    /** Retries failed deletions, unless the same content was uploaded again. */
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
                if (deletion.isDeleted(space)) {
                    removeAll(space);
                } else {
                    removeStuck(space);
                    sweep(space, abandoned);
                }
            } catch (UnavailableException unavailable) {
                log.warn("space {} is unavailable; its unattached media is removed later", space, unavailable);
            } catch (RuntimeException broken) {
                log.error("unattached media of space {} was not removed", space, broken); // the other spaces go on
            }
        }
    }

    private void watchAll() {
        if (!allWatched) {
            try {
                watched.addAll(store.spaces());
                allWatched = true;
            } catch (IOException | UnavailableException unavailable) {
                log.warn("unattached media from before the start is looked for later", unavailable);
            }
        }
    }

    private void sweep(SpaceId space, Instant abandoned) {
        List<MediaId> unattached;
        do {
            unattached = spaceStore.read(
                    space,
                    () -> media.findUnattached(abandoned, Limit.of(BATCH_SIZE)).stream()
                            .map(each -> each.toAttachment().id())
                            .toList());
            unattached.forEach(id -> remove(space, id));
        } while (unattached.size() == BATCH_SIZE);
    }

    /** Deletes all media of a closed space. */
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
        } catch (IOException | UnavailableException failure) {
            log.warn("media of the deleted space {} is removed later", space, failure);
        }
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }
}
