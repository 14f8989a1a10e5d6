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

/** Pages of the chat list. A cursor is a position in its order, so that a chat that moves up meanwhile is not repeated. */
@Component
class ChatPages {

    private static final int MAX_LIMIT = 200;

    /** The position of a chat in the list: last active first. */
    private record Position(long lastAt, UUID chat) implements Comparable<Position> {

        private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::lastAt)
                .thenComparing(Position::chat)
                .reversed();

        static Position of(Conversation conversation) {
            return new Position(
                    conversation.lastAt().toEpochMilli(),
                    conversation.chat().id().value());
        }

        static Position parse(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("~");
                return new Position(
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
        public int compareTo(Position other) {
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

    /** Returns a page of the chats that the caller is a member of. */
    ChatsJson joined(Actor actor, Predicate<Chat> filter, @Nullable String cursor, int limit) {
        List<Conversation> all = conversationList.conversations(actor).stream()
                .filter(conversation -> filter.test(conversation.chat()))
                .toList();
        return page(actor, all, cursor, limit);
    }

    /** Returns a page of the public chats, joined or not. */
    ChatsJson publicChats(Actor actor, @Nullable String cursor, int limit) {
        List<Conversation> all = chats.publicChats(actor).stream()
                .map(chat -> conversationList.conversation(actor, chat.id()))
                .toList();
        return page(actor, all, cursor, limit);
    }

    private ChatsJson page(Actor actor, List<Conversation> all, @Nullable String cursor, int limit) {
        Position after = cursor == null ? null : Position.parse(cursor);
        List<Conversation> rest = all.stream()
                .filter(conversation ->
                        after == null || Position.of(conversation).compareTo(after) > 0)
                .sorted(Comparator.comparing(Position::of))
                .toList();
        List<Conversation> page = rest.subList(0, Math.min(rest.size(), Math.clamp(limit, 1, MAX_LIMIT)));
        String next = page.size() < rest.size() ? Position.of(page.getLast()).toCursor() : null;
        return new ChatsJson(jsonMapping.chats(actor, page), next);
    }
}
