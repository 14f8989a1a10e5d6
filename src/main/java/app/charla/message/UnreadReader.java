package app.charla.message;

import app.charla.chat.ChatService;
import app.charla.chat.Membership;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.message.UnreadRepository.Row;
import app.charla.storage.Journal;
import app.charla.storage.SpaceStore;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.type.descriptor.java.UUIDJavaType;
import org.springframework.stereotype.Component;

/** Reader of unread counts: counts in the database, with read markers that are not stored yet. */
@Component
class UnreadReader {

    /**
     * Counts of a reader.
     *
     * @param position the journal position that they include; later events are not in them
     */
    record Counts(long position, Map<ChatId, UnreadCount> byChat) {}

    private final SpaceStore store;
    private final Journal journal;
    private final ChatService chats;
    private final UnreadRepository unread;

    UnreadReader(SpaceStore store, Journal journal, ChatService chats, UnreadRepository unread) {
        this.store = store;
        this.journal = journal;
        this.chats = chats;
        this.unread = unread;
    }

    /**
     * Counts in all chats that the actor is in.
     *
     * @param ignored senders that do not count: the actor and the accounts they blocked
     * @throws NotFoundException if the actor does not belong to the space
     */
    Counts all(Actor actor, Set<AccountId> ignored) {
        return store.read(actor.space(), () -> {
            long position = journal.position();
            List<Membership> memberships = chats.memberships(actor);
            Map<ChatId, Row> rows =
                    unread.countAll(actor.account().value(), ids(ignored), Conversation.MAX_UNREAD).stream()
                            .collect(Collectors.toMap(UnreadReader::chat, Function.identity()));
            var counts = new HashMap<ChatId, UnreadCount>();
            for (Membership each : memberships) {
                Row row = rows.get(each.chat());
                counts.put(
                        each.chat(),
                        row != null && row.getReadSeq() == each.readSeq()
                                ? count(actor, each, row)
                                : count(actor, each, ignored));
            }
            return new Counts(position, counts);
        });
    }

    /** Counts in one chat; none if the actor is not in it. */
    Counts one(Actor actor, ChatId chat, Set<AccountId> ignored) {
        return store.read(actor.space(), () -> {
            long position = journal.position();
            return chats.findMembership(actor, chat)
                    .map(membership -> new Counts(position, Map.of(chat, count(actor, membership, ignored))))
                    .orElseGet(() -> new Counts(position, Map.of()));
        });
    }

    /** Counts for a membership, inside {@link SpaceStore#read}. */
    UnreadCount count(Actor actor, Membership membership, Set<AccountId> ignored) {
        return count(
                actor,
                membership,
                unread.count(
                        membership.account().value(),
                        membership.chat().value(),
                        membership.readSeq(),
                        ids(ignored),
                        Conversation.MAX_UNREAD));
    }

    private UnreadCount count(Actor actor, Membership membership, Row row) {
        return new UnreadCount(
                membership.chat(),
                row.getMessages(),
                row.getMentions(),
                membership.readSeq(),
                row.getLastSeq(),
                membership.hiddenSeq(),
                chats.visible(actor, membership.chat()).archived(),
                membership.notifications());
    }

    private static List<UUID> ids(Set<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toList();
    }

    private static ChatId chat(Row row) {
        return new ChatId(
                UUIDJavaType.ToBytesTransformer.INSTANCE.parse(HexFormat.of().parseHex(row.getChat())));
    }
}
