package app.charla.chat;

import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Posting;
import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import app.charla.unicode.FoldedText;
import app.charla.unicode.NameRule;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Public chats: creating, archiving, turning into groups, deleting. Each change is posted as a system message, and all
 * open windows of the space are told. Every method with a chat throws {@link NotFoundException} if there is no such public
 * chat and {@link app.charla.core.ForbiddenException} if the actor does not own it ({@link ChatRights#owns}).
 *
 * @see <a href="../../../../../docs/decisions/058-public-chats-and-send-policies.md">decision 058</a>
 */
@Service
public class PublicChatService {

    private final SpaceStore store;
    private final SpaceService spaces;
    private final ChatService chats;
    private final ChatRights rights;
    private final ChatLimits limits;
    private final ChatCache chatCache;
    private final ChatSequence sequence;
    private final ChatRepository repository;
    private final MembershipRepository members;
    private final ApplicationEventPublisher events;

    PublicChatService(
            SpaceStore store,
            SpaceService spaces,
            ChatService chats,
            ChatRights rights,
            ChatLimits limits,
            ChatCache chatCache,
            ChatSequence sequence,
            ChatRepository repository,
            MembershipRepository members,
            ApplicationEventPublisher events) {
        this.store = store;
        this.spaces = spaces;
        this.chats = chats;
        this.rights = rights;
        this.limits = limits;
        this.chatCache = chatCache;
        this.sequence = sequence;
        this.repository = repository;
        this.members = members;
        this.events = events;
    }

    /**
     * The properties of a public chat to create.
     *
     * @param name 1–80 characters; no other public chat of the space may have it
     * @param topic at most {@link TopicService#MAX_LENGTH} characters; empty for none
     */
    public record Request(String name, String topic, Posting posting) {

        /** @throws app.charla.core.InvalidException naming what is out of range */
        public Request {
            name = GroupService.requireName(name);
            topic = NameRule.requireLine("topic", topic, TopicService.MAX_LENGTH, "topic.length");
        }
    }

    /**
     * Creates a public chat with the actor as its owner and only member. Every member of the space may.
     *
     * @param requestKey idempotency key of the client, at most 64 characters: repeating it answers with the same chat
     * @throws ConflictException if a public chat has that name, or the key was used for a group
     * @throws app.charla.core.TooManyRequestsException if the actor created too many chats within an hour
     */
    public OpenedChat create(Actor actor, Request request, @Nullable String requestKey) {
        ChatLimits.requireKey(requestKey);
        spaces.requireMember(actor);
        limits.takeCreation(actor.account());
        return store.write(actor.space(), transaction -> {
            Optional<ChatEntity> existing = requestKey == null
                    ? Optional.empty()
                    : repository.findByCreatorIdAndRequestKey(actor.account().value(), requestKey);
            return existing.map(chat -> new OpenedChat(chatCache.load(requirePublic(chat)), false))
                    .orElseGet(() -> new OpenedChat(create(transaction, actor, request, requestKey), true));
        });
    }

    private static ChatEntity requirePublic(ChatEntity chat) {
        if (chat.kind() != Kind.PUBLIC) {
            throw new ConflictException("key.used");
        }
        return chat;
    }

    private Chat create(SpaceTransaction transaction, Actor actor, Request request, @Nullable String requestKey) {
        requireFreeName(request.name(), null);
        ChatEntity chat = repository.save(ChatEntity.publicChat(
                request.name(), request.topic(), request.posting(), actor.account(), requestKey, transaction.now()));
        members.save(new MembershipEntity(chat.id(), actor.account(), Role.OWNER, 0, transaction.now()));
        Chat present = chatCache.load(chat);
        post(transaction, present, actor, SystemMessageRequested.Kind.PUBLIC_CREATED, request.name());
        return chatCache.publishPublicChanged(transaction, present);
    }

    /** @param except the chat that is being renamed; null for a new one */
    private void requireFreeName(String name, @Nullable ChatId except) {
        String wanted = FoldedText.fold(name);
        boolean taken = repository.findByKindOrderByCreatedAt(Kind.PUBLIC).stream()
                .filter(chat -> !chat.isArchived() && !chat.id().equals(except))
                .anyMatch(chat -> wanted.equals(FoldedText.fold(String.valueOf(chat.name()))));
        if (taken) {
            throw new ConflictException("chat.name-taken");
        }
    }

    /** Renames a public chat in a transaction of the caller, to a name that {@link GroupService#requireName} returned. */
    void rename(SpaceTransaction transaction, Actor actor, ChatEntity chat, String validName) {
        if (!validName.equals(chat.name())) {
            requireFreeName(validName, chat.id());
            Chat before = chatCache.load(chat);
            chat.rename(validName);
            post(transaction, before, actor, SystemMessageRequested.Kind.RENAMED, validName);
            chatCache.publishPublicChanged(transaction, chatCache.load(chat));
        }
    }

    /**
     * Archives a chat: nobody can write in it any more, and it is in no list; search and links still find it. An archived
     * one stays as it is.
     *
     * @throws ConflictException if newcomers of the space would have no chat left to join
     */
    public Chat archive(Actor actor, ChatId id) {
        return change(actor, id, (transaction, chat) -> {
            if (!chat.isArchived()) {
                requireOtherDefault(chat);
                post(transaction, chatCache.load(chat), actor, SystemMessageRequested.Kind.ARCHIVED, "");
                chat.archive(transaction.now());
            }
            return chatCache.publishPublicChanged(transaction, chatCache.load(chat));
        });
    }

    /** Undoes {@link #archive}. A chat that is not archived stays as it is. */
    public Chat unarchive(Actor actor, ChatId id) {
        return change(actor, id, (transaction, chat) -> {
            if (chat.isArchived()) {
                requireFreeName(String.valueOf(chat.name()), id);
                chat.unarchive();
                post(transaction, chatCache.load(chat), actor, SystemMessageRequested.Kind.UNARCHIVED, "");
            }
            return chatCache.publishPublicChanged(transaction, chatCache.load(chat));
        });
    }

    /**
     * Turns a chat into a group of its members: it keeps its identifier, messages, members and links, and nobody else sees
     * it any more. The actor becomes an owner.
     *
     * @throws app.charla.core.ForbiddenException if it is archived
     * @throws app.charla.core.InvalidException if it has more members than a group may have
     * @throws ConflictException if newcomers of the space would have no chat left to join
     */
    public Chat turnIntoGroup(Actor actor, ChatId id) {
        return change(actor, id, (transaction, chat) -> {
            ChatService.requireNotArchived(chat.isArchived());
            requireOtherDefault(chat);
            makeOwner(transaction, actor, chat);
            chat.becomeGroup();
            Chat group = chatCache.load(chat);
            ChatLimits.requireCapacity(group.members().size());
            post(transaction, group, actor, SystemMessageRequested.Kind.TURNED_INTO_GROUP, "");
            chatCache.publishChanged(transaction, group, group.audience());
            chatCache.publishPublic(transaction, id, null);
            return group;
        });
    }

    private void makeOwner(SpaceTransaction transaction, Actor actor, ChatEntity chat) {
        if (chatCache.isMember(chat.id(), actor.account())) {
            chatCache.member(chat.id(), actor.account()).changeRole(Role.OWNER);
        } else {
            long last = sequence.last(transaction, chat.id());
            AccountId owner = actor.account();
            members.save(new MembershipEntity(chat.id(), owner, Role.OWNER, last, transaction.now()));
        }
    }

    /**
     * Deletes a chat with all its messages, archived or not.
     *
     * @throws ConflictException if newcomers of the space would have no chat left to join
     */
    public void delete(Actor actor, ChatId id) {
        change(actor, id, (transaction, chat) -> {
            requireOtherDefault(chat);
            Chat before = chatCache.load(chat);
            repository.delete(chat);
            chatCache.publishDeleted(transaction, before);
            chatCache.publishPublic(transaction, id, null);
            return before;
        });
    }

    private void requireOtherDefault(ChatEntity chat) {
        if (chat.isDefault() && repository.findByStandardTrue().size() == 1) {
            throw new ConflictException("chat.last-default");
        }
    }

    /** A change of a public chat, given its entity in the transaction. */
    @FunctionalInterface
    private interface Change {
        Chat apply(SpaceTransaction transaction, ChatEntity chat);
    }

    private Chat change(Actor actor, ChatId id, Change change) {
        Chat seen = chats.visible(actor, id);
        if (seen.kind() != Kind.PUBLIC) {
            throw new NotFoundException();
        }
        rights.requireOwner(actor, seen);
        return store.write(actor.space(), transaction -> {
            ChatEntity chat = chatCache.entity(id);
            if (chat.kind() != Kind.PUBLIC) {
                throw new NotFoundException(); // it became a group meanwhile
            }
            return change.apply(transaction, chat);
        });
    }

    private void post(
            SpaceTransaction transaction, Chat chat, Actor actor, SystemMessageRequested.Kind kind, String text) {
        Set<AccountId> recipients = chat.audience();
        events.publishEvent(
                new SystemMessageRequested(transaction, chat.id(), actor.account(), kind, null, text, recipients));
    }
}
