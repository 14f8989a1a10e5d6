package app.charla.chat;

import app.charla.account.BlockList;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Read markers of members, and read receipts for those who share them. In chats of more than
 * {@link #MAX_RECEIPT_MEMBERS} members there are no receipts.
 *
 * @see <a href="../../../../../docs/decisions/028-typing-and-read-receipts.md">decision 028</a>
 */
@Service
public class ReadMarkers {

    /** Maximum of members of a chat with read receipts. */
    public static final int MAX_RECEIPT_MEMBERS = 50;

    private final SpaceStore store;
    private final ChatService chats;
    private final ChatCache chatCache;
    private final ChatSequence sequence;
    private final MembershipRepository members;
    private final ReceiptPolicy policy;
    private final BlockList blockList;

    ReadMarkers(
            SpaceStore store,
            ChatService chats,
            ChatCache chatCache,
            ChatSequence sequence,
            MembershipRepository members,
            ReceiptPolicy policy,
            BlockList blockList) {
        this.store = store;
        this.chats = chats;
        this.chatCache = chatCache;
        this.sequence = sequence;
        this.members = members;
        this.policy = policy;
        this.blockList = blockList;
    }

    /**
     * Marks a chat as read up to a message. A seq beyond the last message means the last one; one before the marker
     * changes nothing.
     *
     * @throws NotFoundException if the actor is not a member
     */
    public Membership markRead(Actor actor, ChatId id, long seq) {
        Chat chat = chats.visible(actor, id);
        boolean shares = policy.sharesReceipts(actor.account());
        Set<AccountId> receivers = shares ? receiptReceivers(actor, chat) : Set.of();
        return store.write(
                actor.space(),
                transaction -> markRead(transaction, chatCache.member(id, actor.account()), seq, shares, receivers));
    }

    /** Marks all chats that the actor is in as read. */
    public void markAllRead(Actor actor) {
        boolean shares = policy.sharesReceipts(actor.account());
        List<Chat> joined = chats.memberships(actor).stream()
                .map(each -> chats.visible(actor, each.chat()))
                .toList();
        var receivers = new HashMap<ChatId, Set<AccountId>>();
        joined.forEach(chat -> receivers.put(chat.id(), shares ? receiptReceivers(actor, chat) : Set.of()));
        store.<Boolean>write(actor.space(), transaction -> {
            for (MembershipEntity each : members.findByAccountId(actor.account().value())) {
                Set<AccountId> others = receivers.getOrDefault(each.chat(), Set.of());
                markRead(transaction, each, Long.MAX_VALUE, shares, others);
            }
            return true;
        });
    }

    private Membership markRead(
            SpaceTransaction transaction,
            MembershipEntity membership,
            long seq,
            boolean shares,
            Set<AccountId> receivers) {
        long upTo = Math.min(seq, sequence.last(transaction, membership.chat()));
        boolean moved = membership.readUpTo(upTo);
        if (shares && membership.shareReadUpTo(membership.readSeq()) && !receivers.isEmpty()) {
            long position = transaction.appendReceipt(membership.chat(), membership.account());
            transaction.publish(new ReceiptGiven(
                    transaction.space(), position, membership.chat(), membership.toReceipt(), receivers));
        }
        return moved ? ReadMarkerMoved.publish(transaction, membership) : membership.toMembership();
    }

    /**
     * Marks a message, and all that follow it, as unread. Receipts already sent stay.
     *
     * @throws NotFoundException if the actor is not a member
     */
    public Membership markUnread(Actor actor, ChatId id, long seq) {
        chats.visible(actor, id);
        return store.write(actor.space(), transaction -> {
            MembershipEntity membership = chatCache.member(id, actor.account());
            membership.markUnreadFrom(Math.min(seq, sequence.last(transaction, id) + 1));
            return ReadMarkerMoved.publish(transaction, membership);
        });
    }

    /** Returns the read receipts of the other members, as far as the actor receives them. */
    public List<Receipt> receipts(Actor actor, ChatId id) {
        Chat chat = chats.visible(actor, id);
        boolean hasReceipts = chat.has(actor.account()) && chat.members().size() <= MAX_RECEIPT_MEMBERS;
        if (!hasReceipts || policy.receiversAmong(Set.of(actor.account())).isEmpty()) {
            return List.of();
        }
        Set<AccountId> blocked = blockList.blockedEitherWay(actor.account());
        return store.read(
                actor.space(),
                () -> members.findByChatIdOrderByJoinedAt(id.value()).stream()
                        .map(MembershipEntity::toReceipt)
                        .filter(receipt ->
                                !receipt.reader().equals(actor.account()) && !blocked.contains(receipt.reader()))
                        .toList());
    }

    private Set<AccountId> receiptReceivers(Actor actor, Chat chat) {
        if (chat.members().size() > MAX_RECEIPT_MEMBERS) {
            return Set.of();
        }
        var others = new HashSet<>(chat.audience());
        others.remove(actor.account());
        others.removeAll(blockList.blockedEitherWay(actor.account()));
        return policy.receiversAmong(others);
    }
}
