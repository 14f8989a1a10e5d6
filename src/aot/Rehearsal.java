import module java.base;
import module java.net.http;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Starts Charla in an empty place, uses it for a moment as a browser and a program do, and stops it again.
 *
 * <p>Run with {@code -XX:AOTCacheOutput} among the arguments, the JVM keeps what it loaded and measured meanwhile; the
 * next start then neither loads those classes again nor waits until it knows which methods are hot.
 *
 * <p>Usage: {@code java Rehearsal.java <the command that starts Charla>}
 *
 * @see <a href="../docs/decisions/008-aot-cache.md">decision 008</a>
 */
class Rehearsal {

    private static final Pattern READY = Pattern.compile("Charla answers at (http://\\S+)");
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"?([\\w-]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SENDERS = 16;
    private static final int MESSAGES = 2_000; // of each

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    Rehearsal(String address) {
        this.address = address;
    }

    static void main(String[] command) throws Exception {
        var charla = new ProcessBuilder(command).redirectErrorStream(true).start();
        var ready = new CompletableFuture<String>();
        var log = Thread.ofVirtual().start(() -> charla.inputReader().lines().forEach(line -> {
            IO.println(line);
            var found = READY.matcher(line);
            if (found.find()) {
                ready.complete(found.group(1));
            }
        }));
        charla.onExit().thenRun(() -> ready.completeExceptionally(new IOException("it stopped before it answered")));
        try {
            new Rehearsal(ready.get(2, TimeUnit.MINUTES)).play();
        } finally {
            charla.toHandle().destroy(); // Process.destroy would cut the log off
            charla.waitFor();
            log.join();
        }
    }

    private void play() throws Exception {
        visit("/", "/login", "/register", "/sw.js", "/manifest.webmanifest", "/offline.html", "/v3/api-docs");
        var ana = register("ana");
        var ben = register("ben");
        login("ana");
        var group = found(ID, call("POST", "/chats/gruop", ana, "{\"name\":\"Rehearsal\",\"members\":[\"ben\"]}"));
        var streams = List.of(listen(ana), listen(ben));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, SENDERS)
                    .mapToObj(i -> senders.submit(() -> talk(group, i % 2 == 0 ? ana : ben)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
        for (var stream : streams) {
            stream.close();
        }
    }

    /** Long enough that the JVM comes to know what is hot when many talk at once. */
    private Void talk(String group, String token) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            say(group, token, "Message " + i);
            if (i % 50 == 0) {
                call("GET", "/chats", token, "");
                call("GET", "/chats/gruop/" + group + "?limit=50", token, "");
            }
        }
        return null;
    }

    private void visit(String... paths) throws Exception {
        for (var path : paths) {
            http.send(request(path).build(), BodyHandlers.discarding());
        }
    }

    private String register(String name) throws Exception {
        return found(TOKEN, call("POST", "/auth/register", "", credentials(name)));
    }

    private void login(String name) throws Exception {
        call("POST", "/auth/login", "", credentials(name));
    }

    private static String credentials(String name) {
        return "{\"username\":\"%s\",\"password\":\"correct-%s-battery-staple\"}".formatted(name, name);
    }

    private void say(String chat, String token, String text) throws Exception {
        var body = "{\"clientId\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text);
        call("POST", "/chats/gruop/" + chat, token, body);
    }

    /** Reads the event stream in the background until it is closed. */
    private InputStream listen(String token) throws Exception {
        var stream = http.send(
                        request("/v1/api/events").header("Authorization", "Bearer " + token).build(),
                        BodyHandlers.ofInputStream())
                .body();
        Thread.ofVirtual().start(() -> {
            try (stream) {
                stream.transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // the rehearsal is over
            }
        });
        return stream;
    }

    private String call(String method, String path, String token, String body) throws Exception {
        var request = request("/v1/api" + path).method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).header("Accept-Language", "es");
    }

    private static String found(Pattern pattern, String text) throws IOException {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return match.group(1);
    }
}
