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

    /** Unread counters of a chat: messages, and those among them that mention the reader. */
    interface UnreadCount {

        int getMessages();

        int getMentions();
    }

    /**
     * Counts up to a maximum, which is as far as a badge shows.
     *
     * @param ignored senders whose mentions do not count: the reader and the accounts they blocked
     */
    @Query(nativeQuery = true, value = """
            select
              (select count(*) from (
                select 1 from message
                where chat_id = :chat and seq > :readSeq and sender_id <> :reader
                  and kind = 'TEXT' and deleted_at is null
                limit :most)) as messages,
              (select count(*) from (
                select distinct named.message_id from mention named join message line on line.id = named.message_id
                where (named.account_id = :reader or named.account_id is null)
                  and named.chat_id = :chat and named.seq > :readSeq and line.sender_id not in (:ignored)
                limit :most)) as mentions""")
    UnreadCount countUnread(UUID chat, long readSeq, UUID reader, Collection<UUID> ignored, int most);

    /**
     * As {@link #countUnread}, over all chats, with the reader's notification settings at that time.
     *
     * @param ignored senders whose mentions do not count
     */
    @Query(nativeQuery = true, value = """
            select count(*) from (
              select 1 from membership mine join message line
                on line.chat_id = mine.chat_id and line.seq > mine.read_seq
              where mine.account_id = :reader
                and (mine.muted = 0 or (mine.muted > 2 and mine.muted <= :now)
                  or (mine.muted = 2 and line.sender_id not in (:ignored) and exists (
                  select 1 from mention named where named.message_id = line.id
                    and (named.account_id = :reader or named.account_id is null))))
                and line.sender_id <> :reader and line.kind = 'TEXT' and line.deleted_at is null
              limit :most)""")
    int countAllUnread(UUID reader, Collection<UUID> ignored, long now, int most);

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
