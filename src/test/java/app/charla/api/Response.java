package app.charla.api;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response with its body as text. */
record Response(int status, HttpHeaders headers, String body) {

    static final JsonMapper JSON = JsonMapper.shared();

    JsonNode json() {
        return JSON.readTree(body);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String text(String pointer) {
        return json().at(pointer).asString("");
    }

    long number(String pointer) {
        return json().at(pointer).asLong();
    }
}
