package app.charla.chat;

import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.space.InviteAccepted;
import app.charla.space.SpaceLeft;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of the chats when people come into a space by an invite, and when they are no longer in it. */
@Component
class MembershipSync {

    private final SpaceStore store;
    private final ChatCache chatCache;
    private final ChatSequence sequence;
    private final ChatRepository repository;
    private final MembershipRepository members;
    private final ApplicationEventPublisher notes;

    MembershipSync(
            SpaceStore store,
            ChatCache chatCache,
            ChatSequence sequence,
            ChatRepository repository,
            MembershipRepository members,
            ApplicationEventPublisher notes) {
        this.store = store;
        this.chatCache = chatCache;
        this.sequence = sequence;
        this.repository = repository;
        this.members = members;
        this.notes = notes;
    }

    /** An invite leads into a public chat, or into a group that its maker still looks after; else nowhere. */
    @EventListener
    void on(InviteAccepted accepted) {
        Actor actor = accepted.actor();
        store.<Boolean>write(actor.space(), transaction -> {
            repository
                    .findById(accepted.chat().value())
                    .ifPresent(chat -> lead(transaction, chat, accepted.inviter(), actor.account()));
            return true;
        });
    }

    private void lead(SpaceTransaction transaction, ChatEntity entity, AccountId inviter, AccountId newcomer) {
        if (entity.kind() == Kind.PUBLIC) {
            chatCache.joinPublic(transaction, entity, newcomer);
        }
        Chat before = chatCache.present(entity);
        Role theirs = before.members().get(inviter);
        if (entity.kind() == Kind.GROUP && theirs != null && theirs.mayManage() && !before.has(newcomer)) {
            note(transaction, before, inviter, SystemMessageRequested.Kind.MEMBER_ADDED, newcomer, "");
            long last = sequence.last(transaction, entity.id());
            members.save(new MembershipEntity(entity.id(), newcomer, Role.MEMBER, last, transaction.now()));
            changed(transaction, entity);
        }
    }

    /** Who is out of the space is out of its chats. A private chat stays with the other, and waits. */
    @EventListener
    void on(SpaceLeft left) {
        Actor who = left.actor();
        store.<Boolean>write(who.space(), transaction -> {
            for (MembershipEntity member : members.findByAccountId(who.account().value())) {
                takeOut(transaction, chatCache.entity(member.toMembership().chat()), member, left.by());
            }
            return true;
        });
    }

    private void takeOut(
            SpaceTransaction transaction, ChatEntity entity, MembershipEntity member, @Nullable AccountId by) {
        ChatId id = entity.id();
        AccountId who = member.account();
        switch (entity.kind()) {
            case PRIVATE -> member.hide(sequence.last(transaction, id));
            case PUBLIC -> {
                Chat before = chatCache.known(transaction.space(), entity);
                members.delete(member);
                entity.touch();
                chatCache.changed(transaction, before.without(who), Set.of());
            }
            case GROUP -> takeOutOfGroup(transaction, entity, member, by);
        }
        chatCache.gone(transaction, id, Set.of(who));
    }

    private void takeOutOfGroup(
            SpaceTransaction transaction, ChatEntity entity, MembershipEntity member, @Nullable AccountId by) {
        AccountId who = member.account();
        Chat after = chatCache.present(entity).without(who);
        if (after.members().isEmpty()) {
            repository.delete(entity);
            chatCache.deleted(transaction, after);
            return;
        }
        members.delete(member);
        if (by == null) {
            note(transaction, after, who, SystemMessageRequested.Kind.MEMBER_LEFT, null, "");
        } else {
            note(transaction, after, by, SystemMessageRequested.Kind.MEMBER_REMOVED, who, "");
        }
        heir(after).ifPresent(heir -> {
            chatCache.member(entity.id(), heir).become(Role.OWNER);
            note(transaction, after, who, SystemMessageRequested.Kind.ROLE_CHANGED, heir, Role.OWNER.name());
        });
        changed(transaction, entity);
    }

    /** Who owns a group that has no owner: who looked after it, or else was in it, for longest. */
    private static Optional<AccountId> heir(Chat chat) {
        if (chat.members().containsValue(Role.OWNER)) {
            return Optional.empty();
        }
        List<AccountId> people = List.copyOf(chat.audience());
        return people.stream()
                .filter(person -> chat.members().get(person) == Role.ADMIN)
                .findFirst()
                .or(() -> people.stream().findFirst());
    }

    private void changed(SpaceTransaction transaction, ChatEntity entity) {
        entity.touch();
        Chat after = chatCache.present(entity);
        chatCache.changed(transaction, after, after.audience());
    }

    private void note(
            SpaceTransaction transaction,
            Chat chat,
            AccountId actor,
            SystemMessageRequested.Kind kind,
            @Nullable AccountId subject,
            String text) {
        notes.publishEvent(
                new SystemMessageRequested(transaction, chat.id(), actor, kind, subject, text, chat.audience()));
    }
}
