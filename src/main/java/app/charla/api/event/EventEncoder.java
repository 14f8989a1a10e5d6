package app.charla.api.event;

import app.charla.api.json.ApiJson;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MarkerJson;
import app.charla.api.json.PersonJson;
import app.charla.api.json.PresenceJson;
import app.charla.chat.Chat;
import app.charla.chat.ChatChanged;
import app.charla.chat.ChatGone;
import app.charla.chat.PublicChatChanged;
import app.charla.chat.ReadMarkerMoved;
import app.charla.chat.Receipt;
import app.charla.chat.ReceiptGiven;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.message.MessageChanged;
import app.charla.message.MessagePosted;
import app.charla.presence.DraftWritten;
import app.charla.presence.Presence;
import app.charla.presence.Typing;
import app.charla.realtime.Delivery;
import app.charla.realtime.Signal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encodes events as Server-Sent Events: {@code id} is the cursor of the stream, {@code event} the type, {@code data} JSON
 * that includes the space.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
@Component
class EventEncoder {

    /** The name of a presence. */
    static final String PRESENCE = "presence";

    /** The names that clients may filter by. */
    static final List<String> TYPES = List.of(
            "message",
            "message-changed",
            "chat",
            "chat-gone",
            "public-chat",
            "read",
            "receipt",
            "typing",
            "draft",
            PRESENCE);

    /** A chat was created or changed; its members have to be requested. */
    record ChatEvent(
            String chatId,
            Chat.Kind kind,
            @Nullable String name,
            String topic,
            int memberCount,
            int version,
            Chat.Posting posting,
            boolean archived) {}

    /**
     * Change of a public chat in what everybody in the space sees of it.
     *
     * @param chat as it is now; absent if it was deleted or is no longer public
     */
    record PublicChatEvent(String chatId, @Nullable ChatEvent chat) {}

    /** The caller no longer sees a chat. */
    record GoneEvent(String chatId) {}

    /** A read receipt: a member has read up to {@code readSeq}. */
    record ReceiptEvent(String chatId, String accountId, long readSeq) {}

    /** The caller's draft changed on one of their devices. */
    record DraftEvent(String spaceId, String chatId, String text, Instant writtenAt) {}

    /** A member is typing. */
    record TypingEvent(String spaceId, String chatId, PersonJson person) {}

    private final JsonMapping jsonMapping;

    EventEncoder(JsonMapping jsonMapping) {
        this.jsonMapping = jsonMapping;
    }

    /** Encodes a delivery for the stream of one space. */
    byte[] encode(Delivery delivery) {
        return encode(delivery.events(), event -> Long.toString(event.position()));
    }

    /** @param id the {@code id} of each event, called in their order */
    byte[] encode(List<LiveEvent> events, Function<LiveEvent, String> id) {
        var frames = new ByteArrayOutputStream(512 * events.size());
        events.forEach(event -> frames.writeBytes(frame(type(event), event, id.apply(event), data(event))));
        return frames.toByteArray();
    }

    private Object data(LiveEvent event) {
        return switch (event) {
            case MessagePosted posted -> jsonMapping.message(posted.message());
            case MessageChanged changed -> jsonMapping.message(changed.message());
            case ChatChanged changed -> chat(changed.state());
            case PublicChatChanged changed -> publicChat(changed);
            case ChatGone gone -> new GoneEvent(gone.chat().toString());
            case ReadMarkerMoved moved -> MarkerJson.of(moved.state());
            case ReceiptGiven given -> receipt(given);
            default -> throw new IllegalArgumentException("no encoding of " + event.getClass());
        };
    }

    /** Returns the name of an event. */
    static String type(LiveEvent event) {
        return switch (event) {
            case MessagePosted posted -> "message";
            case MessageChanged changed -> "message-changed";
            case ChatChanged changed -> "chat";
            case PublicChatChanged changed -> "public-chat";
            case ChatGone gone -> "chat-gone";
            case ReadMarkerMoved moved -> "read";
            case ReceiptGiven given -> "receipt";
            default -> throw new IllegalArgumentException("no name of " + event.getClass());
        };
    }

    /** Returns the name of a signal. */
    static String type(Signal signal) {
        return switch (signal) {
            case Typing typing -> "typing";
            case DraftWritten written -> "draft";
            default -> throw new IllegalArgumentException("no name of " + signal.getClass());
        };
    }

    /** Encodes a signal. Signals are not in the journal, so a resumed stream does not repeat them. */
    byte[] encode(Signal signal) {
        return switch (signal) {
            case Typing typing -> typing(typing);
            case DraftWritten written -> transientFrame(type(signal), draft(written));
            default -> throw new IllegalArgumentException("no encoding of " + signal.getClass());
        };
    }

    /** Encodes presences, each as an event of its own. */
    byte[] presences(List<Presence> presences) {
        var frames = new ByteArrayOutputStream(128 * presences.size());
        presences.forEach(presence -> frames.writeBytes(transientFrame(PRESENCE, PresenceJson.of(presence))));
        return frames.toByteArray();
    }

    private byte[] typing(Typing typing) {
        return transientFrame(
                type(typing),
                new TypingEvent(
                        typing.space().toString(), typing.chat().toString(), jsonMapping.person(typing.account())));
    }

    private static DraftEvent draft(DraftWritten written) {
        return new DraftEvent(
                written.space().toString(),
                written.chat().toString(),
                written.draft().text(),
                written.draft().writtenAt());
    }

    /** Encodes an event without a position in the journal. */
    private static byte[] transientFrame(String name, Object data) {
        var frame = new ByteArrayOutputStream(256);
        frame.writeBytes(ascii("event: " + name + "\ndata: "));
        frame.writeBytes(ApiJson.MAPPER.writeValueAsBytes(data));
        frame.writeBytes(ascii("\n\n"));
        return frame.toByteArray();
    }

    private static ReceiptEvent receipt(ReceiptGiven given) {
        Receipt receipt = given.state();
        return new ReceiptEvent(given.chat().toString(), receipt.reader().toString(), receipt.seq());
    }

    private static ChatEvent chat(Chat chat) {
        return new ChatEvent(
                chat.id().toString(),
                chat.kind(),
                chat.name(),
                chat.topic(),
                chat.members().size(),
                chat.version(),
                chat.posting(),
                chat.archived());
    }

    private static PublicChatEvent publicChat(PublicChatChanged changed) {
        Chat state = changed.state();
        return new PublicChatEvent(changed.chat().toString(), state == null ? null : chat(state));
    }

    private static byte[] frame(String name, LiveEvent event, String id, Object data) {
        var frame = new ByteArrayOutputStream(512);
        frame.writeBytes(ascii("event: " + name + "\nid: " + id + "\ndata: "));
        frame.writeBytes(ascii("{\"spaceId\":\"" + event.space() + "\","));
        byte[] fields = ApiJson.MAPPER.writeValueAsBytes(data);
        frame.write(fields, 1, fields.length - 1); // its opening brace is written before the space
        frame.writeBytes(ascii("\n\n"));
        return frame.toByteArray();
    }

    /** Encodes a position alone, from which a client resumes; it dispatches no event. */
    static byte[] position(String id) {
        return ascii("id: " + id + "\n\n");
    }

    /** Encodes {@code resync}: the client missed events of a space, or does not know it, and must reload it. */
    static byte[] resync(SpaceId space, String id) {
        return ascii("event: resync\nid: " + id + "\ndata: {\"spaceId\":\"" + space + "\"}\n\n");
    }

    static byte[] heartbeat() {
        return ascii(":\n\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
