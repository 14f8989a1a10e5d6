package app.charla.media;

import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.media.ContentInspector.Content;
import app.charla.media.PartialUploads.TemporaryFile;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Resumable uploads: begin, append as often as needed, complete. An upload of another account does not exist for the
 * actor.
 *
 * @see <a href="https://tus.io/protocols/resumable-upload">tus 1.0, which the UI and the REST API speak</a>
 * @see <a href="../../../../../docs/decisions/027-resumable-uploads.md">decision 027</a>
 */
@Service
public class UploadService {

    /** Error code of an upload that is too large. */
    public static final String TOO_LARGE = "media.size";

    /** Error code of an upload for which its uploader has no room left in the space. */
    public static final String OVER_QUOTA = "media.quota";

    /** Error code of an upload for which the space has no room left. */
    public static final String OVER_SPACE_QUOTA = "media.space-quota";

    private final SpaceService spaces;
    private final SpaceStore spaceStore;
    private final PartialUploads files;
    private final ContentInspector contentInspector;
    private final MediaStore store;
    private final MediaRepository media;
    private final MediaCleanup mediaCleanup;
    private final MediaQuota quota;
    private final MediaService mediaService;
    private final MediaProperties settings;
    private final Clock clock;
    private final RateLimit<AccountId> limit;
    private final Set<MediaId> appending = ConcurrentHashMap.newKeySet();

    UploadService(
            SpaceService spaces,
            SpaceStore spaceStore,
            PartialUploads files,
            ContentInspector contentInspector,
            MediaStore store,
            MediaRepository media,
            MediaCleanup mediaCleanup,
            MediaQuota quota,
            MediaService mediaService,
            MediaProperties settings,
            Clock clock) {
        this.spaces = spaces;
        this.spaceStore = spaceStore;
        this.files = files;
        this.contentInspector = contentInspector;
        this.store = store;
        this.media = media;
        this.mediaCleanup = mediaCleanup;
        this.quota = quota;
        this.mediaService = mediaService;
        this.settings = settings;
        this.clock = clock;
        this.limit = new RateLimit<>(settings.perHour(), Duration.ofHours(1));
    }

    /** Maximum size of an upload in bytes. */
    public long maxSize() {
        return settings.maxSize().toBytes();
    }

    /** Maximum of attachments of a message. */
    public int maxFiles() {
        return settings.maxFiles();
    }

    /**
     * Begins an upload.
     *
     * @throws InvalidException if it would be too large, or exceed a quota together with the actor's unfinished uploads
     * @throws ConflictException if the actor has too many unfinished uploads
     * @throws TooManyRequestsException if the actor begins too many
     */
    public Upload begin(Actor actor, UploadRequest request) {
        spaces.requireMember(actor);
        if (request.size() > maxSize()) {
            throw new InvalidException("size", TOO_LARGE, settings.maxSize().toMegabytes());
        }
        if (settings.limited()) {
            limit.consumeAndReport(actor.account());
            if (files.count(actor) >= settings.unfinished()) {
                throw new ConflictException("media.unfinished");
            }
        }
        quota.requireRoom(actor, files.announced(actor) + request.size());
        MediaId id = files.begin(actor, request);
        mediaCleanup.watch(actor.space());
        return incomplete(actor, id, request);
    }

    /** Returns an upload with its offset. */
    public Upload find(Actor actor, MediaId id) {
        spaces.requireMember(actor);
        return findCompleted(actor, id).map(UploadService::completed).orElseGet(() -> resumeIfReceived(actor, id));
    }

    /**
     * Completes an upload whose bytes are all there: either its last request is still being processed, or the process
     * died.
     */
    private Upload resumeIfReceived(Actor actor, MediaId id) {
        Upload now = incomplete(actor, id, files.request(actor, id));
        try {
            return now.offset() < now.size() ? now : append(actor, id, now.offset(), InputStream.nullInputStream());
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    private Optional<Attachment> findCompleted(Actor actor, MediaId id) {
        return spaceStore.read(
                actor.space(),
                () -> media.findById(id.value())
                        .filter(found -> found.isUploadedBy(actor.account()))
                        .map(MediaEntity::toAttachment));
    }

    private static Upload completed(Attachment attachment) {
        return new Upload(attachment.id(), attachment.size(), attachment.size(), null, attachment);
    }

    private Upload incomplete(Actor actor, MediaId id, UploadRequest request) {
        long offset = files.size(actor, id);
        return new Upload(id, request.size(), offset, clock.instant().plus(settings.abandoned()), null);
    }

    /**
     * Appends bytes to an upload; bytes received before the network fails are kept. The last ones complete it, and it
     * is inspected.
     *
     * @param offset position of the bytes
     * @throws ConflictException if that is not the current offset, or another request is appending
     * @throws InvalidException if there are more bytes than announced, or they are a picture that cannot be shown; the
     *     upload is removed then
     * @throws IOException if the network fails
     */
    public Upload append(Actor actor, MediaId id, long offset, InputStream bytes) throws IOException {
        spaces.requireMember(actor);
        UploadRequest request = files.request(actor, id);
        if (!appending.add(id)) {
            throw new ConflictException("media.growing");
        }
        try {
            if (offset != files.size(actor, id)) {
                throw new ConflictException("media.offset");
            }
            if (!files.append(actor, id, bytes, request.size() - offset)) {
                files.remove(actor, id);
                throw new InvalidException("size", TOO_LARGE, settings.maxSize().toMegabytes());
            }
            Upload now = incomplete(actor, id, request);
            if (now.offset() < now.size()) {
                return now;
            }
            // Stripped metadata counts as received: the client knows nothing of it.
            return new Upload(id, request.size(), request.size(), null, finish(actor, id, request));
        } finally {
            appending.remove(id);
        }
    }

    /** Begins and completes an upload in one request. As {@link #begin} and {@link #append}. */
    public Attachment upload(Actor actor, UploadRequest request, InputStream bytes) throws IOException {
        Upload upload = begin(actor, request);
        Attachment attachment;
        try {
            attachment = append(actor, upload.id(), 0, bytes).attachment();
        } catch (IOException | RuntimeException broken) {
            files.remove(actor, upload.id());
            throw broken;
        }
        if (attachment == null) {
            files.remove(actor, upload.id());
            throw new InvalidException("size", "media.short");
        }
        return attachment;
    }

    /**
     * Cancels an upload, or removes one that is complete and not sent.
     *
     * @throws ConflictException if it is sent: its message has to be deleted instead
     * @throws app.charla.core.ForbiddenException if it is of somebody else, and the actor sees it in a chat
     */
    public void cancel(Actor actor, MediaId id) {
        mediaService.requireUnsent(actor, id);
        Optional<Attachment> completed = findCompleted(actor, id);
        if (completed.isPresent()) {
            if (!mediaCleanup.remove(actor.space(), id)) {
                throw new ConflictException(MediaService.SENT);
            }
        } else {
            files.request(actor, id);
            files.remove(actor, id);
        }
    }

    /**
     * Stores a complete upload. If that fails now, as the disk is full or the database unavailable, the next request
     * for the upload tries again.
     */
    private Attachment finish(Actor actor, MediaId id, UploadRequest request) {
        try {
            Content content = contentInspector.inspect(files.part(actor, id), request);
            Picture picture = content.picture();
            Path bytes = content.hasPictureMetadata() ? stripped(actor, id, content) : files.part(actor, id);
            String sha256 = ContentInspector.sha256(bytes);
            Attachment attachment = toAttachment(id, request, content, Files.size(bytes));
            mediaCleanup.storing(actor.space(), sha256, () -> store(actor, attachment, sha256, bytes, picture));
            files.remove(actor, id);
            return attachment;
        } catch (InvalidException refused) {
            files.remove(actor, id);
            throw refused;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path stripped(Actor actor, MediaId id, Content content) {
        try {
            Path stripped = files.temporaryFile(actor, id, TemporaryFile.STRIPPED);
            Picture picture = content.picture();
            if (content.replaced() && picture != null) {
                return Files.write(stripped, picture.view());
            }
            MetadataStripper.strip(files.part(actor, id), stripped, content.type());
            return stripped;
        } catch (IOException malformed) {
            throw new InvalidException("media", "media.picture");
        }
    }

    private void store(Actor actor, Attachment attachment, String sha256, Path bytes, @Nullable Picture picture) {
        try {
            store.put(actor.space(), sha256, bytes);
            if (picture != null) {
                MediaId id = attachment.id();
                Path view = Files.write(files.temporaryFile(actor, id, TemporaryFile.VIEW), picture.view());
                store.put(actor.space(), sha256 + MediaService.Size.VIEW.suffix(), view);
                Path thumb = Files.write(files.temporaryFile(actor, id, TemporaryFile.THUMB), picture.thumb());
                store.put(actor.space(), sha256 + MediaService.Size.THUMB.suffix(), thumb);
            }
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
        spaceStore.<Boolean>write(actor.space(), transaction -> {
            quota.add(transaction, actor.account(), attachment.size());
            transaction.persist(new MediaEntity(attachment, actor.account(), sha256, transaction.now()));
            return true;
        });
    }

    private static Attachment toAttachment(MediaId id, UploadRequest request, Content content, long size) {
        Picture picture = content.picture();
        boolean voice = content.kind() == Attachment.Kind.VOICE;
        return new Attachment(
                id,
                content.fileName(request.name()),
                content.type(),
                size,
                content.kind(),
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                picture == null ? null : picture.blur(),
                voice ? request.durationMillis() : null,
                voice ? request.waveform() : null,
                request.alt());
    }
}
