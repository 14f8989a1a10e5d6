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
 * How far people have read: for themselves, and as far as they let the others know. In chats of more than {@link #MAX_RECEIPT_MEMBERS}
 * people nobody is told of others.
 *
 * @see <a href="../../../../../docs/decisions/028-what-others-notice.md">decision 028</a>
 */
@Service
public class ReadMarkers {

    /** Beyond so many in a chat nobody is told who has read what. */
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
            ChatCache known,
            ChatSequence sequence,
            MembershipRepository members,
            ReceiptPolicy policy,
            BlockList blockList) {
        this.store = store;
        this.chats = chats;
        this.chatCache = known;
        this.sequence = sequence;
        this.members = members;
        this.policy = policy;
        this.blockList = blockList;
    }

    /**
     * Marks a chat as read up to a line. A number beyond the last line means the last line; one before the marker changes
     * nothing.
     *
     * @throws NotFoundException if the actor is not in the chat
     */
    public Membership markRead(Actor actor, ChatId id, long seq) {
        Chat chat = chats.visible(actor, id);
        boolean gives = policy.sharesReceipts(actor.account());
        Set<AccountId> told = gives ? receiptReceivers(actor, chat) : Set.of();
        return store.write(
                actor.space(), transaction -> markRead(transaction, chatCache.member(id, actor.account()), seq, gives, told));
    }

    /** Marks all chats that the actor is in as read. */
    public void markAllRead(Actor actor) {
        boolean gives = policy.sharesReceipts(actor.account());
        List<Chat> mine = chats.memberships(actor).stream()
                .map(each -> chats.visible(actor, each.chat()))
                .toList();
        var told = new HashMap<ChatId, Set<AccountId>>();
        mine.forEach(chat -> told.put(chat.id(), gives ? receiptReceivers(actor, chat) : Set.of()));
        store.<Boolean>write(actor.space(), transaction -> {
            for (MembershipEntity each : members.findByAccountId(actor.account().value())) {
                Set<AccountId> others = told.getOrDefault(each.chat(), Set.of());
                markRead(transaction, each, Long.MAX_VALUE, gives, others);
            }
            return true;
        });
    }

    private Membership markRead(
            SpaceTransaction transaction, MembershipEntity mine, long seq, boolean gives, Set<AccountId> told) {
        long upTo = Math.min(seq, sequence.last(transaction, mine.chat()));
        boolean moved = mine.readUpTo(upTo);
        if (gives && mine.shareReadUpTo(mine.readSeq()) && !told.isEmpty()) {
            long position = transaction.appendReceipt(mine.chat(), mine.account());
            transaction.publish(new ReceiptGiven(transaction.space(), position, mine.chat(), mine.toReceipt(), told));
        }
        return moved ? ReadMarkerMoved.publish(transaction, mine) : mine.toMembership();
    }

    /**
     * Marks a line, and all that follow it, as unread. What the others were told stays told.
     *
     * @throws NotFoundException if the actor is not in the chat
     */
    public Membership markUnread(Actor actor, ChatId id, long seq) {
        chats.visible(actor, id);
        return store.write(actor.space(), transaction -> {
            MembershipEntity mine = chatCache.member(id, actor.account());
            mine.markUnreadFrom(Math.min(seq, sequence.last(transaction, id) + 1));
            return ReadMarkerMoved.publish(transaction, mine);
        });
    }

    /** How far the others in a chat have read, as far as the actor is told. */
    public List<Receipt> receipts(Actor actor, ChatId id) {
        Chat chat = chats.visible(actor, id);
        boolean told = chat.has(actor.account()) && chat.members().size() <= MAX_RECEIPT_MEMBERS;
        if (!told || policy.receiversAmong(Set.of(actor.account())).isEmpty()) {
            return List.of();
        }
        Set<AccountId> apart = blockList.blockedEitherWay(actor.account());
        return store.read(
                actor.space(),
                () -> members.findByChatIdOrderByJoinedAt(id.value()).stream()
                        .map(MembershipEntity::toReceipt)
                        .filter(receipt ->
                                !receipt.reader().equals(actor.account()) && !apart.contains(receipt.reader()))
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
