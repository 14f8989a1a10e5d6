package app.charla.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * REST client with the token of an account, or anonymous without one. It fails if an answer is not as the OpenAPI document
 * says: its status, its type, its body.
 */
record ApiClient(String server, String username, String id, String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Response get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Response post(String path, Object body, String... headers) {
        return json("POST", path, body, headers);
    }

    Response put(String path, Object body, String... headers) {
        return json("PUT", path, body, headers);
    }

    Response delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    Response json(String method, String path, Object body, String... headers) {
        String text = body instanceof String raw ? raw : Response.JSON.writeValueAsString(body);
        var all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(method, path, BodyPublishers.ofString(text), all);
    }

    Response send(String method, String path, BodyPublisher body, String... headers) {
        try {
            var answer = HTTP.send(request(method, path, body, headers), BodyHandlers.ofString());
            var response = new Response(answer.statusCode(), answer.headers(), answer.body());
            requireDocumented(method, path, response);
            return response;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void requireDocumented(String method, String path, Response response) {
        if (!path.startsWith("/v3")) {
            List<String> violations = OpenApiDocument.of(this).violations(method, absolute(path), response);
            if (!violations.isEmpty()) {
                throw new AssertionError(method + " " + path + ": " + violations + " in " + response);
            }
        }
    }

    private static String absolute(String path) {
        return path.startsWith("/v") ? path : "/v1/api" + path;
    }

    /** Returns the raw body of a GET. */
    byte[] bytes(String path) {
        try {
            return HTTP.send(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server + absolute(path)))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    /** Returns the same account at a restarted server. */
    ApiClient at(ApiClient restarted) {
        return new ApiClient(restarted.server(), username, id, token);
    }

    /** Opens the stream of live events. */
    LiveStream listen(String... headers) {
        return stream("/events", headers);
    }

    /** Opens the stream of live events with the presence of a person. */
    LiveStream watch(String username) {
        return stream("/events?presence=" + username);
    }

    /** Opens the stream of live events of all spaces, with parameters. */
    LiveStream listenToAll(String parameters, String... headers) {
        return stream("/me/events" + parameters, headers);
    }

    /** Opens the stream of live events at a path. */
    LiveStream listenAt(String path) {
        return stream(path);
    }

    private LiveStream stream(String path, String... headers) {
        try {
            var response =
                    HTTP.send(request("GET", path, BodyPublishers.noBody(), headers), BodyHandlers.ofInputStream());
            return new LiveStream(response.statusCode(), response.headers(), response.body(), OpenApiDocument.of(this));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Returns the path of the public chat that everybody in the home space is a member of: its oldest. */
    String homeChat() {
        return "/chats/public/"
                + get("/chats/public?limit=200")
                        .json()
                        .at("/chats")
                        .valueStream()
                        .map(chat -> chat.at("/id").asString())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /** Creates a group with others and returns its path. */
    String group(String name, ApiClient... others) {
        var usernames = Arrays.stream(others).map(ApiClient::username).toList();
        Response made = post("/chats/gruop", Map.of("name", name, "members", usernames));
        return "/chats/gruop/" + made.text("/id");
    }

    /** Sends a message with a fresh {@code clientId}. */
    Response say(String chat, String text) {
        return post(chat, Map.of("text", text, "clientId", UUID.randomUUID().toString()));
    }
}
