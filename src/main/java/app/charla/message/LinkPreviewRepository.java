package app.charla.message;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LinkPreviewRepository extends Repository<LinkPreviewEntity, Long> {

    boolean existsById(Long message);

    Optional<LinkPreviewEntity> findById(Long message);

    @Modifying
    @Query("delete from LinkPreviewEntity shown where shown.messageId = :message")
    void deleteByMessage(long message);

    /** Deletes the preview of a message whose content is removed. */
    default void deleteFor(MessageEntity entity) {
        if (entity.clearPreview()) {
            deleteByMessage(entity.toMessage().id().value());
        }
    }

    /** Deletes the preview of an edited message unless the new text still links to the same page first. */
    default void deleteUnlessLinked(MessageEntity entity, String text) {
        LinkPreview shown = entity.toMessage().preview();
        if (shown != null && !FirstLink.find(text).equals(FirstLink.normalize(shown.address()))) {
            deleteFor(entity);
        }
    }
}
