package app.charla.chat;

import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.space.InviteAccepted;
import app.charla.space.SpaceLeft;
import app.charla.space.Succession;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps chat memberships in step with the space: joins the chat of an accepted invite, and removes accounts that left
 * the space from its chats.
 */
@Component
class MembershipSync {

    private final SpaceStore store;
    private final ChatCache chatCache;
    private final ChatSequence sequence;
    private final ChatRepository repository;
    private final MembershipRepository members;
    private final ApplicationEventPublisher events;

    MembershipSync(
            SpaceStore store,
            ChatCache chatCache,
            ChatSequence sequence,
            ChatRepository repository,
            MembershipRepository members,
            ApplicationEventPublisher events) {
        this.store = store;
        this.chatCache = chatCache;
        this.sequence = sequence;
        this.repository = repository;
        this.members = members;
        this.events = events;
    }

    /** Joins the chat of an invite: a public chat, or a group that its inviter still manages; otherwise none. */
    @EventListener
    void on(InviteAccepted accepted) {
        Actor actor = accepted.actor();
        store.<Boolean>write(actor.space(), transaction -> {
            repository
                    .findById(accepted.chat().value())
                    .ifPresent(chat -> joinInvited(transaction, chat, accepted.inviter(), actor.account()));
            return true;
        });
    }

    private void joinInvited(SpaceTransaction transaction, ChatEntity entity, AccountId inviter, AccountId newcomer) {
        if (entity.kind() == Kind.PUBLIC && !entity.isArchived()) {
            chatCache.joinPublic(transaction, entity, newcomer);
        }
        Chat before = chatCache.load(entity);
        Role theirs = before.members().get(inviter);
        if (entity.kind() == Kind.GROUP && theirs != null && theirs.mayManage() && !before.has(newcomer)) {
            postSystemMessage(transaction, before, inviter, SystemMessageRequested.Kind.MEMBER_ADDED, newcomer, "");
            long last = sequence.last(transaction, entity.id());
            members.save(new MembershipEntity(entity.id(), newcomer, Role.MEMBER, last, transaction.now()));
            publishChanged(transaction, entity);
        }
    }

    /**
     * Removes an account that left the space from its chats. A private chat stays with the other person, and stays
     * hidden.
     */
    @EventListener
    void on(SpaceLeft left) {
        Actor actor = left.actor();
        store.<Boolean>write(actor.space(), transaction -> {
            for (MembershipEntity member :
                    members.findByAccountId(actor.account().value())) {
                removeFromChat(
                        transaction, chatCache.entity(member.toMembership().chat()), member, left.by());
            }
            return true;
        });
    }

    private void removeFromChat(
            SpaceTransaction transaction, ChatEntity entity, MembershipEntity member, @Nullable AccountId by) {
        ChatId id = entity.id();
        AccountId account = member.account();
        switch (entity.kind()) {
            case PRIVATE -> member.hide(sequence.last(transaction, id));
            case PUBLIC -> {
                Chat before = chatCache.cached(transaction.space(), entity);
                members.delete(member);
                entity.touch();
                chatCache.publishChanged(transaction, before.withoutMember(account), Set.of());
            }
            case GROUP -> removeFromGroup(transaction, entity, member, by);
        }
        chatCache.publishGone(transaction, id, Set.of(account));
    }

    private void removeFromGroup(
            SpaceTransaction transaction, ChatEntity entity, MembershipEntity member, @Nullable AccountId by) {
        AccountId account = member.account();
        Chat after = chatCache.load(entity).withoutMember(account);
        if (after.members().isEmpty()) {
            repository.delete(entity);
            chatCache.publishDeleted(transaction, after);
            return;
        }
        members.delete(member);
        if (by == null) {
            postSystemMessage(transaction, after, account, SystemMessageRequested.Kind.MEMBER_LEFT, null, "");
        } else {
            postSystemMessage(transaction, after, by, SystemMessageRequested.Kind.MEMBER_REMOVED, account, "");
        }
        successor(after).ifPresent(successor -> {
            chatCache.member(entity.id(), successor).changeRole(Role.OWNER);
            postSystemMessage(
                    transaction,
                    after,
                    account,
                    SystemMessageRequested.Kind.ROLE_CHANGED,
                    successor,
                    Role.OWNER.name());
        });
        publishChanged(transaction, entity);
    }

    private static Optional<AccountId> successor(Chat chat) {
        return chat.members().containsValue(Role.OWNER)
                ? Optional.empty()
                : Succession.successor(
                        List.copyOf(chat.audience()), person -> chat.members().get(person) == Role.ADMIN);
    }

    private void publishChanged(SpaceTransaction transaction, ChatEntity entity) {
        entity.touch();
        Chat after = chatCache.load(entity);
        chatCache.publishChanged(transaction, after, after.audience());
    }

    private void postSystemMessage(
            SpaceTransaction transaction,
            Chat chat,
            AccountId actor,
            SystemMessageRequested.Kind kind,
            @Nullable AccountId subject,
            String text) {
        events.publishEvent(
                new SystemMessageRequested(transaction, chat.id(), actor, kind, subject, text, chat.audience()));
    }
}
