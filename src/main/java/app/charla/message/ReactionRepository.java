package app.charla.message;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReactionRepository extends Repository<ReactionEntity, ReactionEntity.Key> {

    Optional<ReactionEntity> findById(ReactionEntity.Key key);

    void delete(ReactionEntity reaction);

    /** Takes out what was deleted, so that it may come again in the same transaction. */
    void flush();

    @Modifying
    @Query("delete from ReactionEntity given where given.messageId = :message")
    void deleteByMessage(long message);

    @Modifying
    @Query("delete from ReactionEntity given where given.accountId = :account and given.messageId in :messages")
    void deleteByAccount(UUID account, Collection<Long> messages);

    /** With the words of a line the reactions to it go, too. */
    default void deleteFor(MessageEntity line) {
        if (line.clearReactions()) {
            deleteByMessage(line.toMessage().id().value());
        }
    }
}
