package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.CharlaApplication;
import app.charla.libsql.OnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private final Class<?> mainClass;
    private @Nullable Process process;
    private int starts;

    /** @param folder for the data and the log of each start */
    ServerProcess(Path folder) {
        this(folder, CharlaApplication.class);
    }

    /** @param mainClass the class to run */
    ServerProcess(Path folder, Class<?> mainClass) {
        this.folder = folder;
        this.mainClass = mainClass;
    }

    /** Starts the server and returns an anonymous client. */
    ApiClient start() throws IOException {
        Path log = folder.resolve("log-" + starts++);
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        // It lives for seconds: flags for fast starts
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Path data = folder.resolve("data");
        command.environment().putAll(Map.of("PORT", "0", "DATA_DIR", data.toString(), "RATE_LIMITS", "off"));
        command.environment().putAll(OnServer.environment(data));
        process = command.start();
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
