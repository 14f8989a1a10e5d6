package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Client of the event stream; a thread collects the events. */
final class LiveStream implements AutoCloseable {

    /** An event. */
    record Event(String name, String id, String data) {
        JsonNode json() {
            return Response.JSON.readTree(data);
        }
    }

    private final int status;
    private final HttpHeaders headers;
    private final InputStream in;
    private final OpenApiDocument document;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String lastId = "";
    private volatile int comments;

    LiveStream(int status, HttpHeaders headers, InputStream in, OpenApiDocument document) {
        this.document = document;
        this.status = status;
        this.headers = headers;
        this.in = in;
        Thread.ofVirtual().start(this::read);
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    /** Returns the events so far, each of which has to be as the OpenAPI document says. */
    List<Event> events() {
        assertThat(violations).isEmpty();
        return events;
    }

    List<Event> events(String name) {
        return events().stream().filter(event -> event.name().equals(name)).toList();
    }

    /** Returns the last {@code id}: the position of the stream in the journal. */
    String lastId() {
        return lastId;
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String name = "message";
            boolean positioned = false;
            var data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                    positioned = true;
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                } else if (line.startsWith(":")) {
                    comments++;
                } else if (line.isEmpty() && !data.isEmpty()) {
                    add(new Event(name, lastId, data.toString()), positioned);
                    data.setLength(0);
                    name = "message";
                    positioned = false;
                } else if (line.isEmpty()) {
                    positioned = false;
                }
            }
        } catch (IOException cut) {
            // also the end of the stream
        } finally {
            closed.countDown();
        }
    }

    private void add(Event event, boolean positioned) {
        ObjectNode frame = Response.JSON.createObjectNode().put("event", event.name());
        if (positioned) {
            frame.put("id", event.id());
        }
        violations.addAll(document.validate("#/components/schemas/LiveEvent", frame.set("data", event.json())));
        events.add(event);
    }

    int comments() {
        return comments;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
