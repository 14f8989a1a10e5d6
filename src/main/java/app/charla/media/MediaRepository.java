package app.charla.media;

import app.charla.media.Attachment.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MediaRepository extends Repository<MediaEntity, UUID> {

    Optional<MediaEntity> findById(UUID id);

    List<MediaEntity> findByIdIn(Collection<UUID> ids);

    void delete(MediaEntity media);

    long countByContent(String content);

    @Query("select count(held) from AttachmentEntity held where held.mediaId = :media")
    long countAttachments(UUID media);

    /** Those of some media that are attached to a message. */
    @Query("select held.mediaId from AttachmentEntity held where held.mediaId in :media")
    List<UUID> findAttached(Collection<UUID> media);

    /** The chats with a message that has the media attached. */
    @Query("select distinct held.chatId from AttachmentEntity held where held.mediaId = :media")
    List<UUID> findChats(UUID media);

    /** Media without a message, uploaded before a time. */
    @Query("""
            select loose from MediaEntity loose where loose.uploadedAt < :before
              and not exists (select 1 from AttachmentEntity held where held.mediaId = loose.id)""")
    List<MediaEntity> findUnattached(Instant before, Limit limit);

    /** Attached media of an uploader, oldest first. */
    @Query("""
            select own from MediaEntity own where own.uploaderId = :uploader
              and exists (select 1 from AttachmentEntity held where held.mediaId = own.id)
            order by own.uploadedAt""")
    List<MediaEntity> findAttachedByUploader(UUID uploader);

    @Modifying
    @Query("delete from AttachmentEntity held where held.messageId = :message")
    void detach(long message);

    @Query("""
            select held from AttachmentEntity held
            where held.chatId = :chat and held.kind in :kinds
              and (held.messageId < :message or (held.messageId = :message and held.place > :place))
            order by held.messageId desc, held.place""")
    List<AttachmentEntity> findInChat(UUID chat, long message, int place, Collection<Kind> kinds, Limit limit);
}
