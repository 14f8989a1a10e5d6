package app.charla.message;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MessageVersionRepository extends Repository<MessageVersionEntity, MessageVersionEntity.Key> {

    List<MessageVersionEntity> findByMessageIdOrderByVersion(long message);

    @Modifying
    @Query("delete from MessageVersionEntity earlier where earlier.messageId = :message")
    void deleteByMessage(long message);

    /** Deletes the versions of a message whose content is removed. */
    default void deleteFor(MessageEntity entity) {
        Message message = entity.toMessage();
        if (message.editedAt() != null) {
            deleteByMessage(message.id().value());
        }
    }

    /** Earlier versions of a message, oldest first. */
    default List<MessageVersion> findFor(Message message) {
        return message.editedAt() == null
                ? List.of()
                : findByMessageIdOrderByVersion(message.id().value()).stream()
                        .map(MessageVersionEntity::toVersion)
                        .toList();
    }
}
