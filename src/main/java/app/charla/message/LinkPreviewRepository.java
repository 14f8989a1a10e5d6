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

    /** With the words of a line goes what they link to. */
    default void deleteFor(MessageEntity line) {
        if (line.clearPreview()) {
            deleteByMessage(line.toMessage().id().value());
        }
    }

    /** Other words may lead elsewhere. */
    default void deleteUnlessLinked(MessageEntity line, String text) {
        LinkPreview shown = line.toMessage().preview();
        if (shown != null && !FirstLink.find(text).equals(FirstLink.normalize(shown.address()))) {
            deleteFor(line);
        }
    }
}
