package app.charla.api.event;

import app.charla.account.Session.Reach;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.LiveEvent;
import app.charla.realtime.Signal;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The filter of a stream: which events a client wants. {@code resync} is always sent.
 *
 * @param chats only of these; all if empty
 * @param types only with these names; all if empty
 */
record EventFilter(Set<ChatId> chats, Set<String> types) {

    /**
     * Parses the parameters of a request.
     *
     * @throws InvalidException if a chat is not an identifier, or a type is unknown
     */
    static EventFilter of(Collection<String> chats, Collection<String> types) {
        if (!EventEncoder.TYPES.containsAll(types)) {
            throw new InvalidException("type", "event.type", String.join(", ", EventEncoder.TYPES));
        }
        return new EventFilter(chats.stream().map(EventFilter::chat).collect(Collectors.toSet()), Set.copyOf(types));
    }

    private static ChatId chat(String text) {
        try {
            return ChatId.parse(text);
        } catch (RuntimeException malformed) {
            throw new InvalidException("chat", "field.type");
        }
    }

    /**
     * Returns the filter for a token.
     *
     * @throws ForbiddenException if it names chats that the token does not reach
     */
    EventFilter within(Reach reach) {
        ChatId chat = reach.chat();
        if (chat == null) {
            return this;
        }
        if (!Set.of(chat).containsAll(chats)) {
            throw new ForbiddenException("token.reach");
        }
        return new EventFilter(Set.of(chat), types);
    }

    boolean isAll() {
        return chats.isEmpty() && types.isEmpty();
    }

    boolean includes(LiveEvent event) {
        return includes(event.chat()) && includes(EventEncoder.type(event));
    }

    boolean includes(Signal signal) {
        return includes(signal.chat()) && includes(EventEncoder.type(signal));
    }

    boolean includes(ChatId chat) {
        return chats.isEmpty() || chats.contains(chat);
    }

    boolean includes(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
