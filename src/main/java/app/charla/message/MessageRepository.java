package app.charla.message;

import java.time.Instant;
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

    boolean existsByChatIdAndSeqGreaterThanEqual(UUID chat, long seq);

    boolean existsByChatIdAndSeqLessThanEqual(UUID chat, long seq);

    /** Messages of an account with their text, oldest first. */
    @Query("""
            select line from MessageEntity line
            where line.senderId = :sender and line.id > :after and line.deletedAt is null
              and line.kind = app.charla.message.Message.Kind.TEXT
            order by line.id""")
    List<MessageEntity> findBySender(UUID sender, long after, Limit limit);

    /** Messages that an account reacted to. */
    @Query("select line from MessageEntity line where line.id in"
            + " (select given.messageId from ReactionEntity given where given.accountId = :account)")
    List<MessageEntity> findByReactor(UUID account, Limit limit);

    List<MessageEntity> findByIdIn(Collection<Long> ids);

    /** The first message since a time: ids rise with time. */
    Optional<MessageEntity> findFirstBySentAtGreaterThanEqualOrderById(Instant oldest);

    /** Messages before an id, without those that are already cleared at the end of their chat. */
    @Query("""
            select line from MessageEntity line
            where line.id < :end and (line.deletedAt is null
              or line.seq < (select max(other.seq) from MessageEntity other where other.chatId = line.chatId))
            order by line.id""")
    List<MessageEntity> findBefore(long end, Limit limit);

    @Query("select coalesce(max(line.seq), 0) from MessageEntity line where line.chatId = :chat")
    long findLastSeq(UUID chat);

    void delete(MessageEntity message);
}
