package app.charla.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values of a fuzzer: plausible ones, made from schemas and from what the server has answered, and odd ones. */
final class FuzzValues {

    private static final int MAX_KNOWN = 40;
    private static final int LONG = 100_000;

    private final Random random;

    /** What the server has named, by the name of the field. */
    private final Map<String, List<String>> known = new HashMap<>();

    FuzzValues(Random random) {
        this.random = random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Remembers identifiers in an answer. */
    void learn(JsonNode answer) {
        answer.forEachEntry((name, value) -> {
            if (value.isString() || value.isIntegralNumber()) {
                learn(name, value.asString());
            }
        });
        answer.forEach(this::learn);
    }

    void learn(String name, String value) {
        List<String> values = known.computeIfAbsent(name, first -> new ArrayList<>());
        if (values.size() < MAX_KNOWN) {
            values.add(value);
        } else {
            values.set(random.nextInt(MAX_KNOWN), value);
        }
    }

    private String known(String name, String other) {
        List<String> values = known.get(name);
        return values == null ? other : any(values);
    }

    /** Returns a value of a variable of the path. */
    String variable(String name, String kind) {
        String plausible = switch (name) {
            case "id" -> known(kind, UUID.randomUUID().toString());
            case "messageId" -> known("messageId", "1");
            case "member" -> chance(0.2) ? "me" : known(chance(0.5) ? "username" : "accountId", "nobody");
            case "emoji" -> chance(0.5) ? "\ud83d\udc4d" : known("emoji", "\u2764");
            case "mediaId", "tokenId", "sessionId", "shareId", "linkId", "inviteId", "passkeyId" ->
                known(chance(0.7) ? name : "id", "01234567-89ab-7def-8123-456789abcdef");
            default -> known(name, "home");
        };
        return chance(0.15) ? text() : plausible;
    }

    String text() {
        if (chance(0.01)) {
            return "y".repeat(LONG);
        }
        return chance(0.3) ? bytes(random.nextInt(1, 40)) : any(OddValues.TEXTS);
    }

    private String bytes(int length) {
        return random.ints(length, 0, chance(0.5) ? 0x3000 : Character.MAX_CODE_POINT + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    String number() {
        return any(OddValues.NUMBERS);
    }

    /** Returns the text of a parameter in the query or a header. */
    String parameter(String name, JsonNode schema) {
        if (chance(0.15)) {
            return text();
        }
        return switch (name) {
            case "q" -> chance(0.02) ? "z".repeat(7_000) : any(OddValues.QUERIES);
            case "cursor" -> chance(0.7) ? known("next", "a") : text();
            case "presence", "people" -> known("username", "nobody") + "," + known("accountId", "x");
            case "X-Space", "slug" -> known("slug", "home");
            case "If-Match", "If-None-Match" -> any(List.of("*", "\"1\"", "\"2\"", "W/\"1\"", "1", "\"", ",,"));
            case "Range" -> any(List.of("bytes=0-", "bytes=-1", "bytes=5-1", "bytes=0-0,2-3", "x=1-2", "bytes=a-b"));
            case "Upload-Metadata" ->
                any(List.of("filename YQ==", "filename !", "alt YQ==,duration MQ==", ",", "kind"));
            case "redirect_uri" -> any(List.of("http://127.0.0.1:8000/", "javascript:alert(1)", "http://[", "//x"));
            default ->
                schema.path("type").asString("").equals("integer") ? number() : plain(json(name, schema, null, 0));
        };
    }

    /** Returns a value of JSON as it stands in a query: a text without its quotation marks. */
    private static String plain(String json) {
        boolean isText = json.startsWith("\"");
        return isText ? Response.JSON.readTree(json).asString("") : json;
    }

    /** Returns JSON of a schema, mostly valid. */
    String json(String name, JsonNode given, @Nullable OpenApiDocument document, int depth) {
        JsonNode schema = document == null ? given : document.follow(given);
        if (chance(0.06) || depth > 6) {
            return odd();
        }
        if (schema.has("anyOf")) {
            return chance(0.2) ? "null" : json(name, schema.at("/anyOf/0"), document, depth);
        }
        if (schema.has("enum") && chance(0.95)) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .toString();
        }
        return switch (type(schema)) {
            case "object" -> object(schema, document, depth);
            case "array" -> {
                var items = new ArrayList<String>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(json(name, schema.path("items"), document, depth + 1));
                }
                yield "[" + String.join(",", items) + "]";
            }
            case "integer", "number" -> chance(0.5) ? Integer.toString(random.nextInt(20)) : numeric(number());
            case "boolean" -> Boolean.toString(random.nextBoolean());
            case "null" -> "null";
            default -> quoted(string(name, schema.path("format").asString("")));
        };
    }

    private static String numeric(String number) {
        return number.matches("-?\\d+(\\.\\d+)?(e\\d+)?") ? number : "7";
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.get(0).asString("string")
                : type.asString(schema.has("properties") ? "object" : "string");
    }

    private String object(JsonNode schema, @Nullable OpenApiDocument document, int depth) {
        var fields = new ArrayList<String>();
        schema.path("properties").forEachEntry((name, field) -> {
            if (chance(0.75)) {
                fields.add(quoted(name) + ":" + json(name, field, document, depth + 1));
            }
        });
        if (chance(0.04)) {
            fields.add(quoted(text()) + ":" + odd());
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String string(String name, String format) {
        if (format.equals("date-time") || name.endsWith("Until") || name.equals("until")) {
            return any(OddValues.TIMES);
        }
        if (format.equals("uuid")) {
            return known(name, UUID.randomUUID().toString());
        }
        if (chance(0.35)) {
            return text();
        }
        return switch (name) {
            case "password", "current" -> ApiClients.PASSWORD;
            case "members", "username" -> known("username", "nobody");
            case "name", "text", "alt", "about", "topic" -> "Plaza " + random.nextInt(1_000);
            case "clientId" -> UUID.randomUUID().toString();
            case "media" -> known("mediaId", "x");
            case "to", "chatId" -> known("group", "x");
            default -> known(name, "x");
        };
    }

    private String odd() {
        return switch (random.nextInt(9)) {
            case 0 -> "null";
            case 1 -> "[]";
            case 2 -> "{}";
            case 3 -> "[null]";
            case 4 -> numeric(number());
            case 5 -> "true";
            case 6 -> "[".repeat(2_000) + "]".repeat(2_000);
            case 7 -> "{\"a\":{\"b\":[{}]}}";
            default -> quoted(text());
        };
    }

    /** Returns a string in JSON: surrogates are escaped, so that halves of characters stay what they are. */
    static String quoted(String text) {
        var escaped = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate((char) unit)) {
                escaped.append("\\u%04x".formatted(unit));
            } else {
                escaped.append((char) unit);
            }
        });
        return escaped.append('"').toString();
    }

    /** Returns a text for a URL: mostly encoded, sometimes as it is. */
    String encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean raw = chance(0.03);
        var encoded = new StringBuilder();
        for (byte each : bytes) {
            boolean plain = Character.isLetterOrDigit(each) && each > 0 || each == '-' || each == '_' || each == '.';
            boolean harmless = each > ' ' && each != '#' && each != '?';
            if (plain || raw && harmless) {
                encoded.append((char) each);
            } else {
                encoded.append("%%%02X".formatted(each));
            }
        }
        return encoded.toString();
    }
}
