package app.charla.message;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Counts of unread messages: the only definition of what is unread. Counts end at a maximum, so that their cost does not
 * grow with what is unread.
 */
interface UnreadRepository extends Repository<MessageEntity, Long> {

    /** Unread counts of a chat. */
    interface Row {

        /** The chat in hexadecimal digits: a bare BLOB in a native query has no type. */
        String getChat();

        /** The marker that was counted from. */
        long getReadSeq();

        long getLastSeq();

        int getMessages();

        /** Those among the messages that mention the reader. */
        int getMentions();
    }

    /** The counts of a membership, {@code mine}, after a marker. */
    String COUNTS = """
              (select coalesce(max(seq), 0) from message where chat_id = mine.chat_id) as lastSeq,
              (select count(*) from (
                select 1 from message line
                where line.chat_id = mine.chat_id and line.seq > mine.read_seq and line.kind = 'TEXT'
                  and line.deleted_at is null and line.sender_id not in (:ignored)
                limit :most)) as messages,
              (select count(*) from (
                select message_id from (
                  select named.message_id from mention named join message line on line.id = named.message_id
                  where named.account_id = :reader and named.chat_id = mine.chat_id and named.seq > mine.read_seq
                    and line.kind = 'TEXT' and line.deleted_at is null and line.sender_id not in (:ignored)
                  limit :most)
                union
                select message_id from (
                  select named.message_id from mention named join message line on line.id = named.message_id
                  where named.account_id is null and named.chat_id = mine.chat_id and named.seq > mine.read_seq
                    and line.kind = 'TEXT' and line.deleted_at is null and line.sender_id not in (:ignored)
                  limit :most)
                limit :most)) as mentions""";

    /**
     * Counts in all chats of a reader, by the stored markers.
     *
     * @param ignored senders that do not count: the reader and the accounts they blocked
     */
    @Query(
            nativeQuery = true,
            value = "select hex(mine.chat_id) as chat, mine.read_seq as readSeq," + COUNTS
                    + " from membership mine where mine.account_id = :reader")
    List<Row> countAll(UUID reader, Collection<UUID> ignored, int most);

    /**
     * Counts in one chat of a reader.
     *
     * @param readSeq the marker, which may not be stored yet
     */
    @Query(
            nativeQuery = true,
            value = "select hex(mine.chat_id) as chat, mine.read_seq as readSeq," + COUNTS
                    + " from (select :chat as chat_id, :readSeq as read_seq) mine")
    Row count(UUID reader, UUID chat, long readSeq, Collection<UUID> ignored, int most);
}
