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

    /** With the words of a line those before them go, too. */
    default void deleteFor(MessageEntity line) {
        Message message = line.toMessage();
        if (message.editedAt() != null) {
            deleteByMessage(message.id().value());
        }
    }

    /** What a line said before, oldest first. */
    default List<MessageVersion> findFor(Message message) {
        return message.editedAt() == null
                ? List.of()
                : findByMessageIdOrderByVersion(message.id().value()).stream()
                        .map(MessageVersionEntity::toVersion)
                        .toList();
    }
}
