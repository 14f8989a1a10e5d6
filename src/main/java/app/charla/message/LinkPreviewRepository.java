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
    void deleteOfMessage(long message);

    /** With the words of a line goes what they link to. */
    default void deleteOf(MessageEntity line) {
        if (line.losePreview()) {
            deleteOfMessage(line.toMessage().id().value());
        }
    }

    /** Other words may lead elsewhere. */
    default void deleteUnlessOf(MessageEntity line, String text) {
        LinkPreview shown = line.toMessage().preview();
        if (shown != null && !FirstLink.first(text).equals(FirstLink.of(shown.address()))) {
            deleteOf(line);
        }
    }
}
