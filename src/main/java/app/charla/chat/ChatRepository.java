package app.charla.chat;

import app.charla.chat.Chat.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChatRepository extends Repository<ChatEntity, UUID> {

    ChatEntity save(ChatEntity chat);

    Optional<ChatEntity> findById(UUID id);

    Optional<ChatEntity> findByPair(String pair);

    Optional<ChatEntity> findByCreatorIdAndRequestKey(UUID creator, @Nullable String requestKey);

    List<ChatEntity> findByStandardTrue();

    List<ChatEntity> findByKindOrderByCreatedAt(Kind kind);

    @Query("""
            select c.id from ChatEntity c
            join MembershipEntity one on one.chatId = c.id and one.accountId = :one
            join MembershipEntity other on other.chatId = c.id and other.accountId = :other
            order by c.createdAt""")
    List<UUID> findShared(UUID one, UUID other);

    /** The newest seq. Messages belong to another package, in the same database. */
    @Query("select coalesce(max(line.seq), 0) from MessageEntity line where line.chatId = :chat")
    long findLastSeq(UUID chat);

    void delete(ChatEntity chat);
}
