package app.charla.chat;

import app.charla.account.BlockList;
import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Chats of all kinds: finding, opening, joining, leaving. Groups have more in {@link GroupService}. Chats that the
 * actor may not see do not exist for them.
 */
@Service
public class ChatService {

    private final SpaceStore store;
    private final SpaceService spaces;
    private final BlockList blockList;
    private final ChatCache chatCache;
    private final ChatSequence sequence;
    private final ChatRepository repository;
    private final MembershipRepository members;
    private final GatheredMarkers gathered;

    ChatService(
            SpaceStore store,
            SpaceService spaces,
            BlockList blockList,
            ChatCache chatCache,
            ChatSequence sequence,
            ChatRepository repository,
            MembershipRepository members,
            GatheredMarkers gathered) {
        this.store = store;
        this.spaces = spaces;
        this.blockList = blockList;
        this.chatCache = chatCache;
        this.sequence = sequence;
        this.repository = repository;
        this.members = members;
        this.gathered = gathered;
    }

    /**
     * Returns a chat that the actor may read.
     *
     * @throws NotFoundException if there is none, or the actor may not see it
     */
    public Chat visible(Actor actor, ChatId id) {
        spaces.requireMember(actor);
        return chatCache
                .find(actor.space(), id)
                .filter(chat -> chat.visibleTo(actor.account()))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Returns a chat that the actor may read and write in.
     *
     * @throws NotFoundException if there is none, or the actor may not see it
     * @throws ForbiddenException if the chat is archived, or one of the two people of a private chat blocked the other
     */
    public Chat writable(Actor actor, ChatId id) {
        Chat chat = changeable(actor, id);
        if (isSilenced(actor, chat)) {
            throw new ForbiddenException("person.apart");
        }
        return chat;
    }

    /**
     * Returns a chat that the actor may read and whose messages may be changed.
     *
     * @throws NotFoundException if there is none, or the actor may not see it
     * @throws ForbiddenException if the chat is archived
     */
    public Chat changeable(Actor actor, ChatId id) {
        Chat chat = visible(actor, id);
        requireNotArchived(chat.archived());
        return chat;
    }

    static void requireNotArchived(boolean archived) {
        if (archived) {
            throw new ForbiddenException("chat.archived");
        }
    }

    /** Returns whether nobody may write in a chat, as it is private and one of the two blocked the other. */
    public boolean isSilenced(Actor actor, Chat chat) {
        return chat.kind() == Kind.PRIVATE
                && chat.has(actor.account())
                && blockList.isAnyBlockedEitherWay(actor.account(), chat.audience());
    }

    /** Returns the members of a chat, without an actor's permission check; empty if there is no such chat. */
    public Set<AccountId> audience(SpaceId space, ChatId id) {
        return chatCache.find(space, id).map(Chat::audience).orElse(Set.of());
    }

    /**
     * Returns a chat that the actor is a member of; joins a public chat.
     *
     * @throws NotFoundException if there is none, or the actor may not see it
     */
    public Chat requireJoined(Actor actor, ChatId id) {
        Chat chat = visible(actor, id);
        return chat.has(actor.account()) ? chat : join(actor, id);
    }

    /** Returns the public chats of the space without the archived ones, oldest first. */
    public List<Chat> publicChats(Actor actor) {
        return publicChats(actor, false);
    }

    /** Returns either the archived public chats of the space or the others, oldest first. */
    public List<Chat> publicChats(Actor actor, boolean archived) {
        spaces.requireMember(actor);
        return store.read(
                actor.space(),
                () -> repository.findByKindOrderByCreatedAt(Kind.PUBLIC).stream()
                        .filter(chat -> chat.isArchived() == archived)
                        .map(chatCache::load)
                        .toList());
    }

    /** Returns the name of the chat an invite leads to, for whoever holds the invite; empty if it leads there no more. */
    public Optional<String> invitedName(SpaceId space, ChatId id) {
        return chatCache
                .find(space, id)
                .filter(chat -> chat.kind() != Kind.PRIVATE && !chat.archived())
                .map(chat -> String.valueOf(chat.name()));
    }

    /** Returns the chats that the actor and another account are both in, oldest first. */
    public List<Chat> shared(Actor actor, AccountId other) {
        spaces.requireMember(actor);
        List<UUID> ids = store.read(
                actor.space(), () -> repository.findShared(actor.account().value(), other.value()));
        return ids.stream()
                .flatMap(id -> chatCache.find(actor.space(), new ChatId(id)).stream())
                .filter(chat -> chat.has(actor.account()) && chat.has(other))
                .toList();
    }

    /** Returns the actor's memberships in all chats, unordered. */
    public List<Membership> memberships(Actor actor) {
        spaces.requireMember(actor);
        return store.read(
                actor.space(),
                () -> members.findByAccountId(actor.account().value()).stream()
                        .map(entity -> gathered.laidOver(actor.space(), entity.toMembership()))
                        .toList());
    }

    /**
     * Returns the actor's membership in a chat.
     *
     * @throws NotFoundException if the actor is not a member
     */
    public Membership membership(Actor actor, ChatId id) {
        return findMembership(actor, id).orElseThrow(NotFoundException::new);
    }

    /** Returns the actor's membership in a chat; empty if they are not a member. */
    public Optional<Membership> findMembership(Actor actor, ChatId id) {
        return store.read(
                actor.space(),
                () -> chatCache
                        .findMember(id, actor.account())
                        .map(entity -> gathered.laidOver(actor.space(), entity.toMembership())));
    }

    /**
     * Opens the private chat of two people; the first call creates it. The same two always share one, also when both
     * call at once; for oneself it is the notebook. Unhides a chat that the actor had hidden. From the other person a
     * new one is hidden until its first message.
     *
     * @throws NotFoundException if the other does not belong to the space
     * @throws ForbiddenException if they have none yet, and one of the two blocked the other
     */
    public OpenedChat openPrivate(Actor actor, AccountId other) {
        spaces.requireMembers(actor.space(), List.of(actor.account(), other));
        boolean blocked = blockList.isAnyBlockedEitherWay(actor.account(), List.of(other));
        return store.write(
                actor.space(),
                transaction -> repository
                        .findByPair(ChatEntity.pair(actor.account(), other))
                        .map(existing -> new OpenedChat(unhide(transaction, existing, actor.account()), false))
                        .orElseGet(() -> new OpenedChat(createPrivate(transaction, actor, other, blocked), true)));
    }

    private Chat unhide(SpaceTransaction transaction, ChatEntity chat, AccountId actor) {
        boolean wasHidden = chatCache.member(chat.id(), actor).unhide();
        Chat present = chatCache.load(chat);
        return wasHidden ? chatCache.publishChanged(transaction, present, Set.of(actor)) : present;
    }

    private Chat createPrivate(SpaceTransaction transaction, Actor actor, AccountId other, boolean blocked) {
        if (blocked) {
            throw new ForbiddenException("person.apart");
        }
        AccountId one = actor.account();
        ChatEntity chat = repository.save(ChatEntity.privateBetween(one, other, transaction.now()));
        for (AccountId person : new LinkedHashSet<>(List.of(one, other))) {
            var membership = new MembershipEntity(chat.id(), person, Role.MEMBER, 0, transaction.now());
            if (!person.equals(one)) {
                membership.hide(0);
            }
            members.save(membership);
        }
        return chatCache.publishChanged(transaction, chatCache.load(chat), Set.of(one));
    }

    /**
     * Joins a public chat.
     *
     * @throws ForbiddenException if it is archived
     */
    public Chat join(Actor actor, ChatId id) {
        requireKind(actor, id, Kind.PUBLIC);
        return store.write(actor.space(), transaction -> {
            ChatEntity chat = chatCache.entity(id);
            if (chat.kind() != Kind.PUBLIC) {
                throw new NotFoundException(); // it became a group meanwhile
            }
            if (!chatCache.isMember(id, actor.account())) {
                requireNotArchived(chat.isArchived());
            }
            return chatCache.joinPublic(transaction, chat, actor.account());
        });
    }

    /** Leaves a public chat. */
    public void leavePublic(Actor actor, ChatId id) {
        requireKind(actor, id, Kind.PUBLIC);
        store.<Boolean>write(actor.space(), transaction -> {
            members.delete(chatCache.member(id, actor.account()));
            chatCache.publishChanged(transaction, chatCache.load(chatCache.entity(id)), Set.of());
            chatCache.publishGone(transaction, id, Set.of(actor.account()));
            return true;
        });
    }

    /** Hides a private chat from the actor's list until its next message. The other person keeps it. */
    public void hide(Actor actor, ChatId id) {
        requireKind(actor, id, Kind.PRIVATE);
        store.<Boolean>write(actor.space(), transaction -> {
            chatCache.member(id, actor.account()).hide(sequence.last(transaction, id));
            chatCache.publishGone(transaction, id, Set.of(actor.account()));
            return true;
        });
    }

    /** Changes the actor's notification setting of a chat. */
    public Membership setNotifications(Actor actor, ChatId id, NotificationSetting setting) {
        visible(actor, id);
        return store.write(actor.space(), transaction -> setNotifications(transaction, actor, id, setting));
    }

    /** Changes the notification setting in a transaction of the caller. */
    Membership setNotifications(SpaceTransaction transaction, Actor actor, ChatId id, NotificationSetting setting) {
        MembershipEntity membership = chatCache.member(id, actor.account());
        SenderMarkers.applyTo(transaction, membership);
        membership.readUpTo(gathered.seq(actor, id));
        membership.setNotifications(setting);
        return ReadMarkerMoved.publish(transaction, membership);
    }

    private void requireKind(Actor actor, ChatId id, Kind kind) {
        if (visible(actor, id).kind() != kind) {
            throw new NotFoundException();
        }
    }
}
