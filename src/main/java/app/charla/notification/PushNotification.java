package app.charla.notification;

import app.charla.core.ChatId;
import app.charla.core.SpaceId;
import app.charla.crypto.SecretToken;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notification on its way to a device. Its payload is understood by our service worker and, as a declarative push message,
 * by browsers themselves.
 *
 * @param topic what it replaces while the push service holds it: at most 32 characters of URL-safe Base64
 * @param urgent whether a sleeping device is woken
 * @param ttlSeconds how long the push service keeps it
 * @param payload JSON
 * @param place the message that it tells of, so that it is not sent once that is read; null for none
 * @see <a href="https://www.w3.org/TR/push-api/#declarative-push-message">Push API, declarative push messages</a>
 */
record PushNotification(
        String topic,
        boolean urgent,
        int ttlSeconds,
        String payload,
        @Nullable Place place) {

    /** A message of a chat. */
    record Place(SpaceId space, ChatId chat, long seq) {}

    /**
     * What is shown.
     *
     * @param tag notifications of the same tag replace each other
     * @param language an IETF tag
     * @param address where a click leads, a path of this server
     */
    record Content(String title, String body, String tag, String language, String address) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DECLARATIVE = 8030;
    private static final int TOPIC_BYTES = 24;
    private static final int MAX_TITLE = 100;
    private static final int MAX_BODY = 300;

    /** Returns the payload of a content, short enough for every push service (RFC 8030, section 7.2). */
    static String payload(Content content) {
        ObjectNode message = JSON.createObjectNode();
        message.put("web_push", DECLARATIVE);
        message.putObject("notification")
                .put("title", cut(content.title(), MAX_TITLE))
                .put("body", cut(content.body(), MAX_BODY))
                .put("lang", content.language())
                .put("dir", "auto")
                .put("tag", content.tag())
                .put("navigate", content.address());
        return JSON.writeValueAsString(message);
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }

    /** Returns the topic of a tag: it tells the push service nothing but which messages replace each other. */
    static String topic(String tag) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(SecretToken.digest(tag), TOPIC_BYTES));
    }

    /** All of it as text, to be sealed until it is sent again. */
    String serialized() {
        ObjectNode all = JSON.createObjectNode()
                .put("topic", topic)
                .put("urgent", urgent)
                .put("ttl", ttlSeconds)
                .put("payload", payload);
        if (place != null) {
            all.put("space", place.space().toString())
                    .put("chat", place.chat().toString())
                    .put("seq", place.seq());
        }
        return JSON.writeValueAsString(all);
    }

    static PushNotification deserialize(String text) {
        var all = JSON.readTree(text);
        Place place = all.has("space")
                ? new Place(
                        new SpaceId(UUID.fromString(all.at("/space").asString())),
                        new ChatId(UUID.fromString(all.at("/chat").asString())),
                        all.at("/seq").asLong())
                : null;
        return new PushNotification(
                all.at("/topic").asString(),
                all.at("/urgent").asBoolean(),
                all.at("/ttl").asInt(),
                all.at("/payload").asString(),
                place);
    }

    /** Leaves out what is shown. */
    @Override
    public String toString() {
        return "PushNotification[" + topic + "]";
    }
}
