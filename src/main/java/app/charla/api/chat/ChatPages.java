package app.charla.api.chat;

import app.charla.api.json.ChatsJson;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.PageRequest;
import app.charla.api.json.PageRequest.Page;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.message.Conversation;
import app.charla.message.ConversationList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Pages of the chat list. A cursor is a position in its order, so that a chat that moves up meanwhile is not repeated. */
@Component
class ChatPages {

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

        static Position parse(String place) {
            String[] parts = place.split("~");
            return new Position(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])).toEpochMilli(), UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return lastAt + "~" + chat;
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
    ChatsJson joined(Actor actor, Predicate<Chat> filter, PageRequest request) {
        List<Conversation> all = conversationList.conversations(actor).stream()
                .filter(conversation -> filter.test(conversation.chat()))
                .toList();
        return page(actor, all, request);
    }

    /** Returns a page of the public chats, joined or not: the archived ones or the others. */
    ChatsJson publicChats(Actor actor, boolean archived, PageRequest request) {
        List<Conversation> all = chats.publicChats(actor, archived).stream()
                .map(chat -> conversationList.conversation(actor, chat.id()))
                .toList();
        return page(actor, all, request);
    }

    private ChatsJson page(Actor actor, List<Conversation> all, PageRequest request) {
        Position after = request.cursor() == null ? null : PageRequest.decode(request.cursor(), Position::parse);
        List<Conversation> rest = all.stream()
                .filter(conversation ->
                        after == null || Position.of(conversation).compareTo(after) > 0)
                .sorted(Comparator.comparing(Position::of))
                .toList();
        Page<Conversation> page =
                request.page(rest, conversation -> Position.of(conversation).toString());
        return new ChatsJson(jsonMapping.chats(actor, page.entries()), page.next());
    }
}
