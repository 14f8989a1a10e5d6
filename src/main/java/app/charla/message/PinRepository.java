package app.charla.message;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PinRepository extends Repository<PinEntity, Long> {

    int countByChatId(UUID chat);

    @Query("select line from MessageEntity line join PinEntity pin on pin.messageId = line.id"
            + " where pin.chatId = :chat order by pin.pinnedAt desc, line.id desc")
    List<MessageEntity> findPinned(UUID chat);

    @Query("select pin.messageId from PinEntity pin where pin.chatId = :chat"
            + " order by pin.pinnedAt desc, pin.messageId desc")
    List<Long> findIds(UUID chat);

    @Query("select line from MessageEntity line join PinEntity pin on pin.messageId = line.id"
            + " where pin.chatId = :chat order by pin.pinnedAt desc, line.id desc")
    List<MessageEntity> findPinned(UUID chat, Limit limit);

    @Modifying
    @Query("delete from PinEntity pin where pin.messageId = :message")
    void deleteByMessage(long message);

    /** Deletes the pin of a message whose content is removed. */
    default void deleteFor(MessageEntity entity) {
        if (entity.unpin()) {
            deleteByMessage(entity.toMessage().id().value());
        }
    }
}
