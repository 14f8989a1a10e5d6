package app.charla.chat;

import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.storage.JournalAdvanced;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The current chats with their members, cached: sending checks the membership for each message. */
@Component
class ChatCache {

    /** @param age how often the space has been forgotten: what was read before lands where nobody looks */
    private record Key(SpaceId space, ChatId chat, int age) {}

    private final SpaceStore store;
    private final ChatRepository chats;
    private final MembershipRepository members;
    private final ChatSequence sequence;
    private final Cache<Key, Optional<Chat>> cache =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private final Map<SpaceId, Integer> ages = new ConcurrentHashMap<>();

    ChatCache(SpaceStore store, ChatRepository chats, MembershipRepository members, ChatSequence sequence) {
        this.store = store;
        this.chats = chats;
        this.members = members;
        this.sequence = sequence;
    }

    /** Forgets a space whose journal tells of what this process has not done. */
    @EventListener
    void on(JournalAdvanced advanced) {
        ages.merge(advanced.space(), 1, Integer::sum);
    }

    private Key key(SpaceId space, ChatId chat) {
        return new Key(space, chat, ages.getOrDefault(space, 0));
    }

    Optional<Chat> find(SpaceId space, ChatId chat) {
        return cache.get(
                key(space, chat),
                key -> store.read(space, () -> chats.findById(chat.value()).map(this::load)));
    }

    /** Loads the chat as the running transaction sees it. */
    Chat load(ChatEntity chat) {
        return chat.toChat(members.findByChatIdOrderByJoinedAt(chat.getId()));
    }

    /**
     * Returns the chat as it was before this group commit, which is its current state: a change of members ends the
     * group.
     */
    Chat cached(SpaceId space, ChatEntity entity) {
        Optional<Chat> cached = cache.getIfPresent(key(space, entity.id()));
        return cached == null ? load(entity) : cached.orElseGet(() -> load(entity));
    }

    /**
     * Adds a member to a public chat. Such chats grow large: only the new member receives the event, and the others are
     * not loaded again.
     */
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

    /** Returns the chat's entity in the running transaction. */
    ChatEntity entity(ChatId chat) {
        return chats.findById(chat.value()).orElseThrow(NotFoundException::new);
    }

    /**
     * Appends a change to the journal and, once committed, caches and publishes the new state. Ends the group commit,
     * so that nothing later in it works with the old state.
     *
     * @param recipients receivers of the event
     */
    Chat publishChanged(SpaceTransaction transaction, Chat after, Set<AccountId> recipients) {
        transaction.endGroup();
        transaction.afterCommit(() -> cache.put(key(transaction.space(), after.id()), Optional.of(after)));
        long position = transaction.appendChat(after.id());
        transaction.publish(new ChatChanged(transaction.space(), position, after, recipients));
        return after;
    }

    /** As {@link #publishChanged}, for members and for everybody else in the space, who sees public chats as well. */
    Chat publishPublicChanged(SpaceTransaction transaction, Chat after) {
        publishChanged(transaction, after, after.audience());
        publishPublic(transaction, after.id(), after);
        return after;
    }

    /** Journals and publishes to the whole space what a public chat is now; null if it is none any more. */
    void publishPublic(SpaceTransaction transaction, ChatId chat, @Nullable Chat state) {
        long position = transaction.appendPublicChat(chat);
        transaction.publish(new PublicChatChanged(transaction.space(), position, chat, state));
    }

    /** Journals and publishes that a chat is no longer there for some accounts. */
    void publishGone(SpaceTransaction transaction, ChatId chat, Collection<AccountId> recipients) {
        for (AccountId account : recipients) {
            long position = transaction.appendGone(chat, account);
            transaction.publish(new ChatGone(transaction.space(), position, chat, Set.of(account)));
        }
    }

    /** Journals and publishes that a chat was deleted, for all who were members. */
    void publishDeleted(SpaceTransaction transaction, Chat before) {
        transaction.endGroup();
        // Cached as absent: a reader with an older snapshot must not load it again.
        transaction.afterCommit(() -> cache.put(key(transaction.space(), before.id()), Optional.empty()));
        publishGone(transaction, before.id(), before.audience());
    }

    MembershipEntity member(ChatId chat, AccountId account) {
        return findMember(chat, account).orElseThrow(NotFoundException::new);
    }

    Optional<MembershipEntity> findMember(ChatId chat, AccountId account) {
        return members.findById(key(chat, account));
    }

    boolean isMember(ChatId chat, AccountId account) {
        return members.existsById(key(chat, account));
    }

    private static MembershipEntity.Key key(ChatId chat, AccountId account) {
        return new MembershipEntity.Key(chat.value(), account.value());
    }
}
