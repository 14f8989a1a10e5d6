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
 * Bringing things to the server, in pieces where the network breaks: begin, add as often as it takes, and it is there.
 * Whoever asks for an upload that is not theirs is told that there is none.
 *
 * @see <a href="https://tus.io/protocols/resumable-upload">tus 1.0, which the doors speak</a>
 * @see <a href="../../../../../docs/decisions/027-uploads-that-go-on.md">decision 027</a>
 */
@Service
public class UploadService {

    /** The code of the refusal of what is too large. */
    public static final String TOO_LARGE = "media.size";

    private final SpaceService spaces;
    private final SpaceStore spaceStore;
    private final PartialUploads files;
    private final ContentInspector contentInspector;
    private final MediaStore store;
    private final MediaRepository media;
    private final MediaCleanup mediaCleanup;
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
            MediaProperties settings,
            Clock clock) {
        this.spaces = spaces;
        this.spaceStore = spaceStore;
        this.files = files;
        this.contentInspector = contentInspector;
        this.store = store;
        this.media = media;
        this.mediaCleanup = mediaCleanup;
        this.settings = settings;
        this.clock = clock;
        this.limit = new RateLimit<>(settings.perHour(), Duration.ofHours(1));
    }

    /** The most bytes that one may have. */
    public long maxSize() {
        return settings.maxSize().toBytes();
    }

    /** How many of them a message may hold. */
    public int maxFiles() {
        return settings.maxFiles();
    }

    /**
     * Begins an upload.
     *
     * @throws InvalidException if it would be too large
     * @throws ConflictException if too many of the actor's are under way
     * @throws TooManyRequestsException if the actor begins too many
     */
    public Upload begin(Actor actor, UploadRequest wanted) {
        spaces.requireMember(actor);
        if (wanted.size() > maxSize()) {
            throw new InvalidException("size", TOO_LARGE, settings.maxSize().toMegabytes());
        }
        if (settings.limited()) {
            limit.consume(actor.account());
            if (files.count(actor) >= settings.unfinished()) {
                throw new ConflictException("media.unfinished");
            }
        }
        MediaId id = files.begin(actor, wanted);
        mediaCleanup.watch(actor.space());
        return incomplete(actor, id, wanted);
    }

    /** How far an upload has come. */
    public Upload find(Actor actor, MediaId id) {
        spaces.requireMember(actor);
        return findCompleted(actor, id).map(UploadService::completed).orElseGet(() -> resumeIfReceived(actor, id));
    }

    /** All bytes are there, but the upload is not whole: whoever brought them is still being served, or the program died. */
    private Upload resumeIfReceived(Actor actor, MediaId id) {
        Upload now = incomplete(actor, id, files.request(actor, id));
        try {
            return now.offset() < now.size() ? now : append(actor, id, now.offset(), InputStream.nullInputStream());
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
    }

    private Optional<Attachment> findCompleted(Actor actor, MediaId id) {
        return spaceStore.read(
                actor.space(),
                () -> media.findById(id.value())
                        .filter(found -> found.isUploadedBy(actor.account()))
                        .map(MediaEntity::toAttachment));
    }

    private static Upload completed(Attachment arrived) {
        return new Upload(arrived.id(), arrived.size(), arrived.size(), null, arrived);
    }

    private Upload incomplete(Actor actor, MediaId id, UploadRequest told) {
        long offset = files.size(actor, id);
        return new Upload(id, told.size(), offset, clock.instant().plus(settings.abandoned()), null);
    }

    /**
     * Adds bytes to an upload; what came before the network broke is kept. With the last of them it is whole, and looked
     * into.
     *
     * @param offset where the bytes belong
     * @throws ConflictException if that is not where it goes on, or somebody else adds to it now
     * @throws InvalidException if there are more bytes than announced, or they are a picture that cannot be shown; the
     *     upload is gone then
     * @throws IOException if the network breaks
     */
    public Upload append(Actor actor, MediaId id, long offset, InputStream bytes) throws IOException {
        spaces.requireMember(actor);
        UploadRequest told = files.request(actor, id);
        if (!appending.add(id)) {
            throw new ConflictException("media.growing");
        }
        try {
            if (offset != files.size(actor, id)) {
                throw new ConflictException("media.offset");
            }
            if (!files.append(actor, id, bytes, told.size() - offset)) {
                files.remove(actor, id);
                throw new InvalidException("size", TOO_LARGE, settings.maxSize().toMegabytes());
            }
            Upload now = incomplete(actor, id, told);
            if (now.offset() < now.size()) {
                return now;
            }
            // What was taken out of it counts as brought: whoever brings it knows nothing of that.
            return new Upload(id, told.size(), told.size(), null, finish(actor, id, told));
        } finally {
            appending.remove(id);
        }
    }

    /** Begins an upload and ends it with the same request. As {@link #begin} and {@link #append}. */
    public Attachment upload(Actor actor, UploadRequest wanted, InputStream bytes) throws IOException {
        Upload upload = begin(actor, wanted);
        Attachment arrived;
        try {
            arrived = append(actor, upload.id(), 0, bytes).attachment();
        } catch (IOException | RuntimeException broken) {
            files.remove(actor, upload.id());
            throw broken;
        }
        if (arrived == null) {
            files.remove(actor, upload.id());
            throw new InvalidException("size", "media.short");
        }
        return arrived;
    }

    /** Gives an upload up, or what was uploaded and not sent. */
    public void cancel(Actor actor, MediaId id) {
        spaces.requireMember(actor);
        Optional<Attachment> arrived = findCompleted(actor, id);
        if (arrived.isPresent()) {
            mediaCleanup.remove(actor.space(), id);
        } else {
            files.request(actor, id);
            files.remove(actor, id);
        }
    }

    /** What cannot be kept now, because the disk is full or the database silent, is tried again when it is asked for. */
    private Attachment finish(Actor actor, MediaId id, UploadRequest told) {
        try {
            Content content = contentInspector.inspect(files.part(actor, id), told);
            Path bytes = content.picture() == null ? files.part(actor, id) : stripped(actor, id, content);
            String sha256 = ContentInspector.sha256(bytes);
            Attachment attachment = toAttachment(id, told, content, Files.size(bytes));
            mediaCleanup.withContentLock(sha256, () -> store(actor, attachment, sha256, bytes, content.picture()));
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
            MetadataStripper.strip(
                    files.part(actor, id),
                    stripped,
                    content.type(),
                    content.picture() == null ? 1 : content.picture().orientation());
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
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        spaceStore.<Boolean>write(actor.space(), transaction -> {
            transaction.persist(new MediaEntity(attachment, actor.account(), sha256, transaction.now()));
            return true;
        });
    }

    private static Attachment toAttachment(MediaId id, UploadRequest told, Content content, long size) {
        Picture picture = content.picture();
        boolean voice = content.kind() == Attachment.Kind.VOICE;
        return new Attachment(
                id,
                told.name(),
                content.type(),
                size,
                content.kind(),
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                picture == null ? null : picture.blur(),
                voice ? told.durationMillis() : null,
                voice ? told.waveform() : null,
                told.alt());
    }
}
