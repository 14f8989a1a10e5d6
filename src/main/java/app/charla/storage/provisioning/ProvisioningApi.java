package app.charla.storage.provisioning;

import app.charla.core.UnavailableException;
import app.charla.storage.ProvisioningException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP client of an API that creates and deletes databases. */
final class ProvisioningApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String address;
    private final String authorization;

    /** @param authorization the {@code Authorization} header, blank for none */
    ProvisioningApi(String address, String authorization) {
        this.address = address.endsWith("/") ? address : address + "/";
        this.authorization = authorization;
    }

    /** Response to a request that the server understood: a status below 500 other than 429. */
    record Response(int status, JsonNode body) {

        boolean ok() {
            return status < 300;
        }

        /** @throws ProvisioningException if the server refused */
        Response orThrow() {
            if (!ok()) {
                throw new ProvisioningException("the server answers " + status + ": "
                        + body.path("error").asString("without a reason"));
            }
            return this;
        }
    }

    Response get(String path) {
        return send(request(path).GET());
    }

    Response post(String path, Object body) {
        return send(request(path)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Response delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
        return authorization.isBlank() ? request : request.header("authorization", authorization);
    }

    private Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            int status = response.statusCode();
            if (status == 429 || status >= 500) {
                throw new UnavailableException(new IOException("the server answers " + status));
            }
            return new Response(status, parsed(response.body()));
        } catch (IOException unreachable) {
            throw new UnavailableException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(stopped);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isBlank() ? JSON.missingNode() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
