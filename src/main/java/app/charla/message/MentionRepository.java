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

    /** With the words of a line goes whom they name. */
    default void deleteFor(MessageEntity line) {
        if (line.clearMentions()) {
            deleteByMessage(line.toMessage().id().value());
        }
    }

    /** Other words may name others. */
    default void replace(SpaceTransaction transaction, MessageEntity line, Mentions mentions) {
        if (!line.toMessage().mentions().equals(mentions)) {
            deleteFor(line);
            insert(transaction, line.withMentions(mentions).toMessage());
        }
    }

    /** Writes whom a message names, with whatever else the transaction writes. */
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
