package app.charla.chat;

import app.charla.account.BlockList;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Read markers of members, and read receipts for those who share them. In chats of more than
 * {@link #MAX_RECEIPT_MEMBERS} members there are no receipts, and markers are gathered before they are stored.
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
    private final GatheredMarkers gathered;
    private final ApplicationEventPublisher events;

    ReadMarkers(
            SpaceStore store,
            ChatService chats,
            ChatCache chatCache,
            ChatSequence sequence,
            MembershipRepository members,
            ReceiptPolicy policy,
            BlockList blockList,
            GatheredMarkers gathered,
            ApplicationEventPublisher events) {
        this.store = store;
        this.chats = chats;
        this.chatCache = chatCache;
        this.sequence = sequence;
        this.members = members;
        this.policy = policy;
        this.blockList = blockList;
        this.gathered = gathered;
        this.events = events;
    }

    /**
     * Marks a chat as read up to a message. A seq beyond the last message means the last one; one before the marker
     * changes nothing. In a large chat the marker counts at once on this node and is stored some seconds later.
     *
     * @throws NotFoundException if the actor is not a member
     */
    public Membership markRead(Actor actor, ChatId id, long seq) {
        Chat chat = chats.visible(actor, id);
        boolean shares = policy.sharesReceipts(actor.account());
        if (chat.members().size() > MAX_RECEIPT_MEMBERS) {
            return gather(actor, id, seq, shares);
        }
        Set<AccountId> receivers = shares ? receiptReceivers(actor, chat) : Set.of();
        return store.write(
                actor.space(),
                transaction -> markRead(transaction, chatCache.member(id, actor.account()), seq, shares, receivers));
    }

    private Membership gather(Actor actor, ChatId id, long seq, boolean shares) {
        record Read(Membership membership, long last) {}
        Read read = store.read(actor.space(), () -> new Read(chats.membership(actor, id), sequence.last(id)));
        long upTo = Math.min(seq, read.last());
        if (upTo <= read.membership().readSeq()) {
            return read.membership();
        }
        gathered.add(actor, id, new GatheredMarkers.Marker(upTo, shares));
        events.publishEvent(new ReadMarkerGathered(actor, id, upTo));
        return read.membership().withReadSeq(upTo);
    }

    /** Stores a gathered marker in the running transaction. */
    void store(
            SpaceTransaction transaction,
            MembershipEntity membership,
            GatheredMarkers.Marker marker,
            Set<AccountId> receivers) {
        markRead(transaction, membership, marker.seq(), marker.shares(), receivers);
    }

    /**
     * Marks all chats that the actor is in as read. Returns the memberships whose markers moved, as they were before:
     * {@link #undoAllRead} takes them.
     */
    public List<Membership> markAllRead(Actor actor) {
        boolean shares = policy.sharesReceipts(actor.account());
        Map<ChatId, Membership> before =
                chats.memberships(actor).stream().collect(Collectors.toMap(Membership::chat, Function.identity()));
        List<Chat> joined =
                before.keySet().stream().map(id -> chats.visible(actor, id)).toList();
        var receivers = new HashMap<ChatId, Set<AccountId>>();
        joined.forEach(chat -> receivers.put(chat.id(), shares ? receiptReceivers(actor, chat) : Set.of()));
        return store.write(actor.space(), transaction -> {
            var moved = new ArrayList<Membership>();
            for (MembershipEntity each : members.findByAccountId(actor.account().value())) {
                Set<AccountId> others = receivers.getOrDefault(each.chat(), Set.of());
                Membership after = markRead(transaction, each, Long.MAX_VALUE, shares, others);
                Membership present = before.get(each.chat());
                if (present != null && after.readSeq() > present.readSeq()) {
                    moved.add(present);
                }
            }
            return List.copyOf(moved);
        });
    }

    /**
     * Moves the read markers of the actor back to where they were before {@link #markAllRead}, in chats that the actor
     * has not left since. Receipts already sent stay.
     *
     * @param before the memberships that it returned; those of others are ignored
     */
    public void undoAllRead(Actor actor, List<Membership> before) {
        Map<ChatId, Long> markers = before.stream()
                .filter(membership -> membership.account().equals(actor.account()))
                .collect(Collectors.toMap(Membership::chat, Membership::readSeq));
        store.<Boolean>write(actor.space(), transaction -> {
            for (MembershipEntity each : members.findByAccountId(actor.account().value())) {
                long seq = markers.getOrDefault(each.chat(), Long.MAX_VALUE);
                SenderMarkers.applyTo(transaction, each);
                if (each.readSeq() > seq) {
                    each.markUnreadFrom(seq + 1);
                    ReadMarkerMoved.publish(transaction, each);
                }
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
        SenderMarkers.applyTo(transaction, membership);
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
        GatheredMarkers.Marker read = gathered.take(actor, id);
        try {
            return store.write(actor.space(), transaction -> {
                MembershipEntity membership = chatCache.member(id, actor.account());
                SenderMarkers.applyTo(transaction, membership);
                membership.markUnreadFrom(Math.min(seq, sequence.last(transaction, id) + 1));
                return ReadMarkerMoved.publish(transaction, membership);
            });
        } catch (RuntimeException failure) {
            if (read != null) {
                gathered.add(actor, id, read);
            }
            throw failure;
        }
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

    /** Returns who is told how far the actor has read: nobody in a large chat. */
    Set<AccountId> receiptReceivers(Actor actor, Chat chat) {
        if (chat.members().size() > MAX_RECEIPT_MEMBERS) {
            return Set.of();
        }
        var others = new HashSet<>(chat.audience());
        others.remove(actor.account());
        others.removeAll(blockList.blockedEitherWay(actor.account()));
        return policy.receiversAmong(others);
    }
}
