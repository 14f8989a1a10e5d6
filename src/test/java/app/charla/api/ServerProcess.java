package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.CharlaApplication;
import app.charla.libsql.OnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server in a process of its own, which can be killed and restarted on the same data. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Charla answers at (http://localhost:\\d+)");

    private final Path folder;
    private final List<String> command;
    private @Nullable Process process;
    private int starts;

    /** @param folder for the data and the log of each start */
    ServerProcess(Path folder) throws IOException {
        this(folder, CharlaApplication.class);
    }

    /** @param program the class to run */
    ServerProcess(Path folder, Class<?> program) throws IOException {
        this(folder, UnpackedServer.command(program));
    }

    ServerProcess(Path folder, List<String> command) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.command = command;
    }

    /** Starts the server and returns an anonymous client. */
    ApiClient start() throws IOException {
        Path log = folder.resolve("log-" + starts++);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        Path data = folder.resolve("data");
        builder.environment().putAll(Map.of("PORT", "0", "DATA_DIR", data.toString(), "RATE_LIMITS", "off"));
        builder.environment().putAll(OnServer.environment(data));
        process = builder.start();
        await().atMost(Duration.ofMinutes(3)).until(() -> address(log) != null);
        return new ApiClient(String.valueOf(address(log)), "", "", "");
    }

    private static @Nullable String address(Path log) throws IOException {
        Matcher matcher = ADDRESS.matcher(Files.readString(log));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Kills the process; on Unix by {@code kill -9}: nothing is flushed, no hook runs. */
    void kill() throws InterruptedException {
        Process victim = Objects.requireNonNull(process);
        victim.destroyForcibly();
        assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Stops it as its operator does, and waits until it has ended. */
    void stop() throws InterruptedException {
        Process stopping = Objects.requireNonNull(process);
        stopping.toHandle().destroy();
        assertThat(stopping.waitFor(3, TimeUnit.MINUTES)).isTrue();
    }

    /** Waits until the process has ended by itself. */
    void awaitExit() throws InterruptedException {
        assertThat(Objects.requireNonNull(process).waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
