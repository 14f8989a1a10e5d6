package app.charla.media;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import org.springframework.stereotype.Component;

/**
 * The quota of media, of a person in a space and of the space, in bytes as stored. A counter for each uploader changes in the
 * transaction that adds or removes media, so that it is right on every node and no upload counts the others. The same content
 * counts as often as it was uploaded; smaller sizes of pictures do not count.
 */
@Component
class MediaQuota {

    private final SpaceStore spaceStore;
    private final MediaUsageRepository usages;
    private final MediaProperties settings;

    MediaQuota(SpaceStore spaceStore, MediaUsageRepository usages, MediaProperties settings) {
        this.spaceStore = spaceStore;
        this.usages = usages;
        this.settings = settings;
    }

    /**
     * Checks an upload before its bytes are taken.
     *
     * @param bytes those of the upload and of the unfinished ones of the actor
     * @throws InvalidException if the quota does not allow them
     */
    void requireRoom(Actor actor, long bytes) {
        spaceStore.read(actor.space(), () -> {
            requireRoomNow(actor.account(), bytes);
            return true;
        });
    }

    private void requireRoomNow(AccountId uploader, long bytes) {
        long own =
                usages.findById(uploader.value()).map(MediaUsageEntity::bytes).orElse(0L);
        if (own + bytes > settings.quotaPerPerson().toBytes()) {
            throw new InvalidException(
                    "size", UploadService.OVER_QUOTA, settings.quotaPerPerson().toMegabytes());
        }
        if (usages.sum() + bytes > settings.quotaPerSpace().toBytes()) {
            throw new InvalidException(
                    "size",
                    UploadService.OVER_SPACE_QUOTA,
                    settings.quotaPerSpace().toMegabytes());
        }
    }

    /**
     * Counts media that are being added.
     *
     * @throws InvalidException if the quota does not allow them, as others were added meanwhile
     */
    void add(SpaceTransaction transaction, AccountId uploader, long bytes) {
        requireRoomNow(uploader, bytes);
        usages.findById(uploader.value())
                .orElseGet(() -> {
                    var first = new MediaUsageEntity(uploader);
                    transaction.persist(first);
                    return first;
                })
                .add(bytes);
    }

    /** Counts media that are being removed; part of a transaction. */
    void remove(AccountId uploader, long bytes) {
        usages.findById(uploader.value()).ifPresent(usage -> usage.add(-bytes));
    }
}
