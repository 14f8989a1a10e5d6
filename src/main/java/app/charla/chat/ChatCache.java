package app.charla.chat;

import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The chats as they are now. Who is in a chat is asked for each message, so the answers are kept in memory. */
@Component
class ChatCache {

    private record Key(SpaceId space, ChatId chat) {}

    private final SpaceStore store;
    private final ChatRepository chats;
    private final MembershipRepository members;
    private final ChatSequence sequence;
    private final Cache<Key, Optional<Chat>> cache =
            Caffeine.newBuilder().maximumSize(20_000).build();

    ChatCache(SpaceStore store, ChatRepository chats, MembershipRepository members, ChatSequence sequence) {
        this.store = store;
        this.chats = chats;
        this.members = members;
        this.sequence = sequence;
    }

    Optional<Chat> find(SpaceId space, ChatId chat) {
        return cache.get(
                new Key(space, chat),
                key -> store.read(space, () -> chats.findById(chat.value()).map(this::load)));
    }

    /** The chat as the running transaction sees it. */
    Chat load(ChatEntity chat) {
        return chat.toChat(members.findByChatIdOrderByJoinedAt(chat.getId()));
    }

    /** The chat as it was before this group, which is how it is: a change of members ends its group. */
    Chat cached(SpaceId space, ChatEntity entity) {
        Optional<Chat> cached = cache.getIfPresent(new Key(space, entity.id()));
        return cached == null ? load(entity) : cached.orElseGet(() -> load(entity));
    }

    /** Public chats grow large: the newcomer alone is told, and the others are not read again. */
    Chat joinPublic(SpaceTransaction transaction, ChatEntity entity, AccountId account) {
        Chat before = cached(transaction.space(), entity);
        if (before.has(account)) {
            return before;
        }
        long last = sequence.last(transaction, entity.id());
        members.save(new MembershipEntity(entity.id(), account, Role.MEMBER, last, transaction.now()));
        entity.touch();
        return publishChanged(transaction, before.withMember(account, Role.MEMBER), Set.of(account));
    }

    /** The chat of a change, by the running transaction. */
    ChatEntity entity(ChatId chat) {
        return chats.findById(chat.value()).orElseThrow(NotFoundException::new);
    }

    /**
     * Journals a change, and once it is committed lets everybody see the new state; nothing later in this group is
     * done by the old one.
     *
     * @param recipients whom to tell
     */
    Chat publishChanged(SpaceTransaction transaction, Chat after, Set<AccountId> recipients) {
        transaction.endGroup();
        transaction.afterCommit(() -> cache.put(new Key(transaction.space(), after.id()), Optional.of(after)));
        long position = transaction.appendChat(after.id());
        transaction.publish(new ChatChanged(transaction.space(), position, after, recipients));
        return after;
    }

    /** Journals that a chat is no longer there for some, and tells them. */
    void publishGone(SpaceTransaction transaction, ChatId chat, Collection<AccountId> whom) {
        for (AccountId account : whom) {
            long position = transaction.appendGone(chat, account);
            transaction.publish(new ChatGone(transaction.space(), position, chat, Set.of(account)));
        }
    }

    /** Journals that a chat was deleted, and tells everybody who was in it. */
    void publishDeleted(SpaceTransaction transaction, Chat before) {
        transaction.endGroup();
        // Remembered as gone: a reader whose snapshot is older must not bring it back.
        transaction.afterCommit(() -> cache.put(new Key(transaction.space(), before.id()), Optional.empty()));
        publishGone(transaction, before.id(), before.audience());
    }

    MembershipEntity member(ChatId chat, AccountId account) {
        return members.findById(key(chat, account)).orElseThrow(NotFoundException::new);
    }

    boolean isMember(ChatId chat, AccountId account) {
        return members.existsById(key(chat, account));
    }

    private static MembershipEntity.Key key(ChatId chat, AccountId account) {
        return new MembershipEntity.Key(chat.value(), account.value());
    }
}
