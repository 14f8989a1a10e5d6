package app.charla.media;

import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.crypto.Encryptor;
import app.charla.media.Attachment.Kind;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * Reads media: authorised through any chat the viewer may see with a message that has it attached, or for its uploader.
 * For everybody else it does not exist.
 *
 * @see <a href="../../../../../docs/decisions/026-content-addressed-media.md">decision 026</a>
 */
@Service
public class MediaService {

    /** Validity of a signed link. */
    private static final Duration LINK_TTL = Duration.ofMinutes(5);

    private static final String PURPOSE = "media";

    /** Error code of a change of media that a message has attached. */
    static final String SENT = "media.sent";

    private static final int MAX_PAGE_SIZE = 201;
    private static final int PNG = 0x89;

    /** The size of a picture. */
    public enum Size {
        /** As uploaded. */
        ORIGINAL(""),
        /** At most 2,048 pixels wide and high. */
        VIEW(".view"),
        /** At most 480 pixels wide and high. */
        THUMB(".thumb");

        private final String suffix;

        Size(String ending) {
            this.suffix = ending;
        }

        String suffix() {
            return suffix;
        }
    }

    /**
     * A file to send to a client.
     *
     * @param bytes readable from any offset
     * @param tag entity tag; changes with the bytes, which is never
     * @param inline whether a browser may show it rather than save it
     */
    public record Download(Attachment attachment, Resource bytes, String type, String tag, boolean inline) {}

    /** A signed link. */
    public record Link(String token, Instant expiresAt) {}

    /** An attachment of a message in a chat. */
    public record GalleryItem(GalleryPlace place, long seq, Attachment attachment) {

        /** The message. */
        public MessageId message() {
            return new MessageId(place.message());
        }
    }

    private final SpaceService spaces;
    private final ChatService chats;
    private final SpaceStore spaceStore;
    private final MediaRepository media;
    private final MediaStore store;
    private final Encryptor encryptor;
    private final Clock clock;

    MediaService(
            SpaceService spaces,
            ChatService chats,
            SpaceStore spaceStore,
            MediaRepository media,
            MediaStore store,
            Encryptor encryptor,
            Clock clock) {
        this.spaces = spaces;
        this.chats = chats;
        this.spaceStore = spaceStore;
        this.media = media;
        this.store = store;
        this.encryptor = encryptor;
        this.clock = clock;
    }

    /** Opens media. Other sizes than the original exist of pictures only. */
    public Download open(Actor actor, MediaId id, Size size) {
        StoredMedia stored = requireReadable(actor, id);
        Attachment attachment = stored.attachment();
        boolean derived = size != Size.ORIGINAL && attachment.kind() == Kind.IMAGE;
        if (size != Size.ORIGINAL && !derived) {
            throw new NotFoundException();
        }
        String name = stored.sha256() + size.suffix();
        return new Download(
                attachment,
                resource(actor, name),
                derived ? pictureType(actor, name) : attachment.type(),
                name.replace('.', '-'),
                attachment.kind() != Kind.FILE);
    }

    /** Pictures derived from one with transparency are PNG, all others JPEG. */
    private String pictureType(Actor actor, String name) {
        try (InputStream bytes = store.open(actor.space(), name, 0)) {
            return bytes.read() == PNG ? "image/png" : "image/jpeg";
        } catch (NoSuchFileException absent) {
            throw new NotFoundException();
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    private record StoredMedia(Attachment attachment, String sha256) {}

    private StoredMedia requireReadable(Actor actor, MediaId id) {
        spaces.requireMember(actor);
        record Found(MediaEntity media, List<UUID> chats) {}
        Found found = spaceStore.read(
                actor.space(),
                () -> new Found(
                        media.findById(id.value()).orElseThrow(NotFoundException::new), media.findChats(id.value())));
        if (!found.media().isUploadedBy(actor.account())
                && found.chats().stream().noneMatch(chat -> canSee(actor, new ChatId(chat)))) {
            throw new NotFoundException();
        }
        return new StoredMedia(found.media().toAttachment(), found.media().contentHash());
    }

    private boolean canSee(Actor actor, ChatId chat) {
        try {
            chats.visible(actor, chat);
            return true;
        } catch (NotFoundException hidden) {
            return false;
        }
    }

    private Resource resource(Actor actor, String name) {
        try {
            long size = store.size(actor.space(), name);
            if (size < 0) {
                throw new NotFoundException();
            }
            return new MediaResource(store, actor.space(), name, size);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    /**
     * Checks that media, if it exists, is an upload of the actor that no message has attached.
     *
     * @throws ConflictException if a message has it attached
     * @throws ForbiddenException if it is of somebody else, and the actor sees it in a chat
     * @throws NotFoundException if it is of somebody else, and the actor does not see it
     */
    void requireUnsent(Actor actor, MediaId id) {
        spaces.requireMember(actor);
        record Found(boolean own, boolean sent) {}
        spaceStore
                .read(
                        actor.space(),
                        () -> media.findById(id.value())
                                .map(found -> new Found(
                                        found.isUploadedBy(actor.account()), media.countAttachments(id.value()) > 0)))
                .ifPresent(found -> {
                    if (!found.own()) {
                        requireReadable(actor, id);
                        throw new ForbiddenException("media.foreign");
                    }
                    if (found.sent()) {
                        throw new ConflictException(SENT);
                    }
                });
    }

    /**
     * Returns whether media is attached in a chat, or to no message at all; whether the actor may see it, others check.
     */
    public boolean isUnsentOrIn(Actor actor, MediaId id, ChatId chat) {
        spaces.requireMember(actor);
        List<UUID> chatsOfMedia = spaceStore.read(actor.space(), () -> media.findChats(id.value()));
        return chatsOfMedia.isEmpty() || chatsOfMedia.contains(chat.value());
    }

    /** Sets the text alternative of an upload of the actor; throws what {@link #requireUnsent} throws. */
    public Attachment describe(Actor actor, MediaId id, String alt) {
        requireUnsent(actor, id);
        String text = UploadRequest.requireAlt(alt);
        return spaceStore.write(actor.space(), transaction -> {
            MediaEntity own = media.findById(id.value())
                    .filter(found -> found.isUploadedBy(actor.account()) && media.countAttachments(id.value()) == 0)
                    .orElseThrow(NotFoundException::new);
            own.describe(text);
            return own.toAttachment();
        });
    }

    /** Creates a signed link, valid for five minutes and as long as the actor may see the media. */
    public Link link(Actor actor, MediaId id) {
        requireReadable(actor, id);
        Instant until = clock.instant().plus(LINK_TTL);
        String text = actor.space() + " " + actor.account() + " " + id;
        return new Link(encryptor.encrypt(PURPOSE, text, until), until);
    }

    /** Opens a signed link. */
    public Download open(String token) {
        String[] parts = encryptor
                .decryptIfValid(PURPOSE, token, clock.instant())
                .orElseThrow(NotFoundException::new)
                .split(" ");
        var actor = new Actor(new SpaceId(UUID.fromString(parts[0])), new AccountId(UUID.fromString(parts[1])));
        return open(actor, MediaId.parse(parts[2]), Size.ORIGINAL);
    }

    /**
     * Returns the attachments of a chat's messages, newest first.
     *
     * @param after only what comes after this place
     * @param limit page size; brought into 1–201
     */
    public List<GalleryItem> findInChat(Actor actor, ChatId chat, Set<Kind> kinds, GalleryPlace after, int limit) {
        chats.visible(actor, chat);
        int most = Math.clamp(limit, 1, MAX_PAGE_SIZE);
        return spaceStore.read(actor.space(), () -> {
            var rows = media.findInChat(chat.value(), after.message(), after.number(), kinds, Limit.of(most));
            Map<UUID, Attachment> found =
                    attachments(rows.stream().map(AttachmentEntity::media).toList());
            return rows.stream()
                    .map(each -> new GalleryItem(
                            each.galleryPlace(), each.seq(), Objects.requireNonNull(found.get(each.media()))))
                    .toList();
        });
    }

    /**
     * Returns all media that the actor sent in the space and that a message still has attached, oldest first; also in
     * chats they have left.
     */
    public List<Attachment> findSent(Actor actor) {
        spaces.requireMember(actor);
        return spaceStore.read(
                actor.space(),
                () -> media.findAttachedByUploader(actor.account().value()).stream()
                        .map(MediaEntity::toAttachment)
                        .toList());
    }

    private Map<UUID, Attachment> attachments(Collection<UUID> ids) {
        var found = new HashMap<UUID, Attachment>();
        media.findByIdIn(ids).forEach(each -> found.put(each.toAttachment().id().value(), each.toAttachment()));
        return found;
    }
}
