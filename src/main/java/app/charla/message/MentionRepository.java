package app.charla.message;

import app.charla.core.AccountId;
import app.charla.storage.SpaceTransaction;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MentionRepository extends Repository<MentionEntity, MentionEntity.Key> {

    @Modifying
    @Query("delete from MentionEntity named where named.messageId = :message")
    void deleteByMessage(long message);

    /** Deletes the mentions of a message whose content is removed. */
    default void deleteFor(MessageEntity entity) {
        if (entity.clearMentions()) {
            deleteByMessage(entity.toMessage().id().value());
        }
    }

    /** Replaces the mentions of an edited message. */
    default void replace(SpaceTransaction transaction, MessageEntity entity, Mentions mentions) {
        if (!entity.toMessage().mentions().equals(mentions)) {
            deleteFor(entity);
            insert(transaction, entity.withMentions(mentions).toMessage());
        }
    }

    /** Stores the mentions of a message in the running transaction. */
    static void insert(SpaceTransaction transaction, Message message) {
        int place = 0;
        for (AccountId account : message.mentions().people()) {
            transaction.persist(new MentionEntity(message, place++, account));
        }
        if (message.mentions().everybody()) {
            transaction.persist(new MentionEntity(message, place, null));
        }
    }
}
