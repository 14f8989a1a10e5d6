package app.charla.message;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReactionRepository extends Repository<ReactionEntity, ReactionEntity.Key> {

    List<ReactionEntity> findByMessageIdAndAccountId(long message, UUID account);

    void delete(ReactionEntity reaction);

    /** Executes pending deletes, so that the same reaction can be inserted again in the same transaction. */
    void flush();

    @Modifying
    @Query("delete from ReactionEntity given where given.messageId = :message")
    void deleteByMessage(long message);

    @Modifying
    @Query("delete from ReactionEntity given where given.accountId = :account and given.messageId in :messages")
    void deleteByAccount(UUID account, Collection<Long> messages);

    /** Deletes the reactions to a message whose content is removed. */
    default void deleteFor(MessageEntity entity) {
        if (entity.clearReactions()) {
            deleteByMessage(entity.toMessage().id().value());
        }
    }
}
