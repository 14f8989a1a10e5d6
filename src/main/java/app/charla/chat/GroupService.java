package app.charla.chat;

import app.charla.account.BlockList;
import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import app.charla.unicode.NameRule;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Groups and their members. Each change is posted as a system message and holds from the next message on. Every method
 * throws {@link NotFoundException} if the actor is not in the group and {@link ForbiddenException} if their role does
 * not allow it.
 */
@Service
public class GroupService {

    /** The maximum length of the name of a group. */
    public static final int MAX_NAME_LENGTH = 80;
    /** The maximum length of an idempotency key. */
    public static final int MAX_REQUEST_KEY_LENGTH = 64;

    private final SpaceStore store;
    private final SpaceService spaces;
    private final BlockList blockList;
    private final ChatLimits limits;
    private final ChatCache chatCache;
    private final ChatSequence sequence;
    private final ChatRepository repository;
    private final MembershipRepository members;
    private final ApplicationEventPublisher events;

    GroupService(
            SpaceStore store,
            SpaceService spaces,
            BlockList blockList,
            ChatLimits limits,
            ChatCache chatCache,
            ChatSequence sequence,
            ChatRepository repository,
            MembershipRepository members,
            ApplicationEventPublisher events) {
        this.store = store;
        this.spaces = spaces;
        this.blockList = blockList;
        this.limits = limits;
        this.chatCache = chatCache;
        this.sequence = sequence;
        this.repository = repository;
        this.members = members;
        this.events = events;
    }

    /**
     * Creates a group with the actor as its owner.
     *
     * @param name 1–80 characters
     * @param others the other members
     * @param requestKey idempotency key of the client, at most 64 characters: repeating it answers with the same group
     * @throws app.charla.core.TooManyRequestsException if the actor created too many within an hour
     */
    public OpenedChat create(Actor actor, String name, Collection<AccountId> others, @Nullable String requestKey) {
        String validName = requireName(name);
        ChatLimits.requireKey(requestKey);
        var people = new LinkedHashSet<>(others);
        people.remove(actor.account());
        ChatLimits.requireCapacity(people.size() + 1);
        spaces.requireMember(actor);
        spaces.requireMembers(actor.space(), people);
        requireNotBlocked(actor, people);
        limits.takeCreation(actor.account());
        return store.write(actor.space(), transaction -> {
            Optional<ChatEntity> existing = requestKey == null
                    ? Optional.empty()
                    : repository.findByCreatorIdAndRequestKey(actor.account().value(), requestKey);
            return existing.map(chat -> new OpenedChat(chatCache.load(requireGroup(chat)), false))
                    .orElseGet(() -> new OpenedChat(create(transaction, actor, validName, people, requestKey), true));
        });
    }

    private static ChatEntity requireGroup(ChatEntity chat) {
        if (chat.kind() != Kind.GROUP) {
            throw new ConflictException("key.used");
        }
        return chat;
    }

    /** @throws ForbiddenException if the actor and one of the people blocked each other */
    private void requireNotBlocked(Actor actor, Collection<AccountId> people) {
        if (blockList.isAnyBlockedEitherWay(actor.account(), people)) {
            throw new ForbiddenException("group.apart");
        }
    }

    private Chat create(
            SpaceTransaction transaction,
            Actor actor,
            String name,
            Set<AccountId> people,
            @Nullable String requestKey) {
        ChatEntity chat = repository.save(ChatEntity.group(name, actor.account(), requestKey, transaction.now()));
        members.save(new MembershipEntity(chat.id(), actor.account(), Role.OWNER, 0, transaction.now()));
        people.forEach(
                person -> members.save(new MembershipEntity(chat.id(), person, Role.MEMBER, 0, transaction.now())));
        Chat present = chatCache.load(chat);
        postSystemMessage(transaction, present, actor, SystemMessageRequested.Kind.GROUP_CREATED, null, name);
        return chatCache.publishChanged(transaction, present, present.audience());
    }

    /** Renames the group. Owners and admins. */
    public Chat rename(Actor actor, ChatId id, String name) {
        String validName = requireName(name);
        requireGroup(actor, id);
        return store.write(actor.space(), transaction -> rename(transaction, actor, id, validName));
    }

    /** Renames the group in a transaction of the caller, to a name that {@link #requireName} returned. */
    Chat rename(SpaceTransaction transaction, Actor actor, ChatId id, String validName) {
        return change(transaction, actor, id, (same, before) -> {
            GroupRoles.requireManager(actor, before);
            if (!validName.equals(before.name())) {
                chatCache.entity(id).rename(validName);
                postSystemMessage(same, before, actor, SystemMessageRequested.Kind.RENAMED, null, validName);
            }
        });
    }

    /** Adds members; existing ones stay as they are. Owners and admins. */
    public Chat add(Actor actor, ChatId id, Collection<AccountId> people) {
        spaces.requireMembers(actor.space(), people);
        requireNotBlocked(actor, people);
        return change(actor, id, (transaction, before) -> {
            GroupRoles.requireManager(actor, before);
            var newcomers = new LinkedHashSet<>(people);
            newcomers.removeAll(before.audience());
            ChatLimits.requireCapacity(before.members().size() + newcomers.size());
            for (AccountId newcomer : newcomers) {
                postSystemMessage(transaction, before, actor, SystemMessageRequested.Kind.MEMBER_ADDED, newcomer, "");
                long last = sequence.last(transaction, id);
                members.save(new MembershipEntity(id, newcomer, Role.MEMBER, last, transaction.now()));
            }
        });
    }

    /** Removes a member. Owners may remove anybody else, admins plain members. */
    public Chat remove(Actor actor, ChatId id, AccountId person) {
        return change(actor, id, (transaction, before) -> {
            Role theirs = before.members().get(person);
            Role mine = GroupRoles.requireManager(actor, before);
            if (theirs == null) {
                throw new NotFoundException();
            }
            if (person.equals(actor.account()) || (mine != Role.OWNER && theirs != Role.MEMBER)) {
                throw new ForbiddenException("group.remove");
            }
            members.delete(chatCache.member(id, person));
            postSystemMessage(
                    transaction,
                    before.withoutMember(person),
                    actor,
                    SystemMessageRequested.Kind.MEMBER_REMOVED,
                    person,
                    "");
            chatCache.publishGone(transaction, id, Set.of(person));
        });
    }

    /**
     * Changes a member's role. Owners only.
     *
     * @throws ConflictException if the group would have no owner
     */
    public Chat changeRole(Actor actor, ChatId id, AccountId person, Role role) {
        return change(actor, id, (transaction, before) -> {
            GroupRoles.requireOwner(actor, before);
            Role theirs = before.members().get(person);
            if (theirs == null) {
                throw new NotFoundException();
            }
            if (theirs == role) {
                return;
            }
            if (theirs == Role.OWNER && GroupRoles.owners(before) == 1) {
                throw new ConflictException("group.last-owner");
            }
            chatCache.member(id, person).changeRole(role);
            postSystemMessage(
                    transaction, before, actor, SystemMessageRequested.Kind.ROLE_CHANGED, person, role.name());
        });
    }

    /**
     * Leaves the group. The last member deletes it by that.
     *
     * @throws ConflictException if the actor is the last owner and others stay: they have to appoint an owner first
     */
    public void leave(Actor actor, ChatId id) {
        Chat seen = requireGroup(actor, id);
        if (seen.members().size() == 1) {
            delete(actor, id);
            return;
        }
        change(actor, id, (transaction, before) -> {
            if (before.members().get(actor.account()) == Role.OWNER && GroupRoles.owners(before) == 1) {
                throw new ConflictException("group.last-owner");
            }
            members.delete(chatCache.member(id, actor.account()));
            postSystemMessage(
                    transaction,
                    before.withoutMember(actor.account()),
                    actor,
                    SystemMessageRequested.Kind.MEMBER_LEFT,
                    null,
                    "");
            chatCache.publishGone(transaction, id, Set.of(actor.account()));
        });
    }

    /** Deletes the group with all its messages. Owners only. */
    public void delete(Actor actor, ChatId id) {
        requireGroup(actor, id);
        store.<Boolean>write(actor.space(), transaction -> {
            ChatEntity chat = chatCache.entity(id);
            Chat before = chatCache.load(chat);
            GroupRoles.requireOwner(actor, before);
            repository.delete(chat);
            chatCache.publishDeleted(transaction, before);
            return true;
        });
    }

    /** A change to a group, given its state in the transaction. */
    @FunctionalInterface
    private interface Change {
        void apply(SpaceTransaction transaction, Chat before);
    }

    private Chat change(Actor actor, ChatId id, Change change) {
        requireGroup(actor, id);
        return store.write(actor.space(), transaction -> change(transaction, actor, id, change));
    }

    private Chat change(SpaceTransaction transaction, Actor actor, ChatId id, Change change) {
        ChatEntity chat = chatCache.entity(id);
        Chat before = chatCache.load(chat);
        if (!before.has(actor.account())) {
            throw new NotFoundException();
        }
        change.apply(transaction, before);
        chat.touch();
        Chat after = chatCache.load(chat);
        return chatCache.publishChanged(transaction, after, after.audience());
    }

    private Chat requireGroup(Actor actor, ChatId id) {
        return chatCache
                .find(actor.space(), id)
                .filter(chat -> chat.kind() == Kind.GROUP && chat.has(actor.account()))
                .orElseThrow(NotFoundException::new);
    }

    static String requireName(String written) {
        return NameRule.require("name", written, 1, MAX_NAME_LENGTH);
    }

    private void postSystemMessage(
            SpaceTransaction transaction,
            Chat chat,
            Actor actor,
            SystemMessageRequested.Kind kind,
            @Nullable AccountId subject,
            String text) {
        events.publishEvent(new SystemMessageRequested(
                transaction, chat.id(), actor.account(), kind, subject, text, chat.audience()));
    }
}
