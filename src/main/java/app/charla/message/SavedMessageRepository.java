package app.charla.message;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SavedMessageRepository extends Repository<SavedMessageEntity, SavedMessageEntity.Key> {

    boolean existsById(SavedMessageEntity.Key key);

    /** Saved messages that the account may still read, from all chats. */
    @Query("""
            select line from MessageEntity line join SavedMessageEntity kept on kept.messageId = line.id
            where kept.accountId = :account and line.id < :before and line.deletedAt is null
              and (line.chatId in (select mine.chatId from MembershipEntity mine where mine.accountId = :account)
                or line.chatId in (select open.id from ChatEntity open where open.kind = app.charla.chat.Chat.Kind.PUBLIC))
            order by line.id desc""")
    List<MessageEntity> findReadable(UUID account, long before, Limit limit);

    @Modifying
    @Query("delete from SavedMessageEntity kept where kept.accountId = :account and kept.messageId = :message")
    void delete(UUID account, long message);

    @Modifying
    @Query("delete from SavedMessageEntity kept where kept.accountId = :account")
    void deleteByAccount(UUID account);
}
