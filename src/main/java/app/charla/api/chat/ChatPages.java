package app.charla.api.chat;

import app.charla.api.json.ChatsJson;
import app.charla.api.json.JsonMapping;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.message.Conversation;
import app.charla.message.ConversationList;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of the caller's chats. A cursor is a place in the order, so that what moves up meanwhile doubles nothing. */
@Component
class ChatPages {

    private static final int MAX_LIMIT = 200;

    /** The place of a chat in the list: last active first. */
    private record Place(long lastAt, UUID chat) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::lastAt)
                .thenComparing(Place::chat)
                .reversed();

        static Place of(Conversation conversation) {
            return new Place(
                    conversation.lastAt().toEpochMilli(),
                    conversation.chat().id().value());
        }

        static Place parse(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("~");
                return new Place(
                        Instant.ofEpochMilli(Long.parseLong(parts[0])).toEpochMilli(), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
                throw new InvalidException("cursor", "cursor.unknown");
            }
        }

        String toCursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((lastAt + "~" + chat).getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final ConversationList conversationList;
    private final ChatService chats;
    private final JsonMapping jsonMapping;

    ChatPages(ConversationList conversationList, ChatService chats, JsonMapping jsonMapping) {
        this.conversationList = conversationList;
        this.chats = chats;
        this.jsonMapping = jsonMapping;
    }

    /** A page of the chats that the caller is in. */
    ChatsJson mine(Actor actor, Predicate<Chat> which, @Nullable String cursor, int limit) {
        List<Conversation> all = conversationList.conversations(actor).stream()
                .filter(conversation -> which.test(conversation.chat()))
                .toList();
        return page(actor, all, cursor, limit);
    }

    /** A page of the public chats, whether or not the caller is in them. */
    ChatsJson open(Actor actor, @Nullable String cursor, int limit) {
        List<Conversation> all = chats.publicChats(actor).stream()
                .map(chat -> conversationList.conversation(actor, chat.id()))
                .toList();
        return page(actor, all, cursor, limit);
    }

    private ChatsJson page(Actor actor, List<Conversation> all, @Nullable String cursor, int limit) {
        Place after = cursor == null ? null : Place.parse(cursor);
        List<Conversation> rest = all.stream()
                .filter(conversation -> after == null || Place.of(conversation).compareTo(after) > 0)
                .sorted(Comparator.comparing(Place::of))
                .toList();
        List<Conversation> page = rest.subList(0, Math.min(rest.size(), Math.clamp(limit, 1, MAX_LIMIT)));
        String next = page.size() < rest.size() ? Place.of(page.getLast()).toCursor() : null;
        return new ChatsJson(jsonMapping.chats(actor, page), next);
    }
}
