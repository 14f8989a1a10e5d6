package app.charla.message;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<MessageEntity, Long> {

    MessageEntity saveAndFlush(MessageEntity message);

    Optional<MessageEntity> findByIdAndChatId(long id, UUID chat);

    Optional<MessageEntity> findByChatIdAndSenderIdAndClientId(UUID chat, UUID sender, String clientId);

    List<MessageEntity> findByChatIdAndSeqLessThanOrderBySeqDesc(UUID chat, long seq, Limit limit);

    List<MessageEntity> findByChatIdAndSeqGreaterThanOrderBySeq(UUID chat, long seq, Limit limit);

    List<MessageEntity> findByIdIn(Collection<Long> ids);

    /** Counts no further than a badge shows. */
    @Query(nativeQuery = true, value = """
            select count(*) from (
              select 1 from message
              where chat_id = :chat and seq > :readSeq and sender_id <> :reader
                and kind = 'TEXT' and deleted_at is null
              limit :most)""")
    int countUnread(UUID chat, long readSeq, UUID reader, int most);
}
