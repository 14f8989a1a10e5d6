package app.charla.media;

import static org.awaitility.Awaitility.await;

import app.charla.FreePort;
import app.charla.libsql.Npm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** A real S3-compatible server, taken from npm, with one bucket. Without npm the tests that need it fail. */
public final class S3Server {

    private static final String PACKAGE = "s3rver@3.7.1";
    private static final String BUCKET = "charla-media";

    /** The only access key and secret it accepts. */
    private static final String KEY = "S3RVER";

    private final int port;
    private final Path data;
    private Process process;

    /** Starts it; it ends with this process. */
    public S3Server() {
        port = FreePort.next();
        try {
            data = Files.createTempDirectory("s3");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        process = begin();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    private Process begin() {
        try {
            Path home = Npm.install("s3", PACKAGE);
            Path program = Files.copy(
                    Path.of("src", "test", "node", "s3.mjs"),
                    home.resolve("s3-" + port + ".mjs"),
                    StandardCopyOption.REPLACE_EXISTING);
            Process begun = new ProcessBuilder(
                            "node",
                            program.toString(),
                            "-d",
                            data.toString(),
                            "-a",
                            "127.0.0.1",
                            "-p",
                            Integer.toString(port),
                            "--no-vhost-buckets",
                            "--configure-bucket",
                            BUCKET)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            data.resolveSibling(data.getFileName() + ".log").toFile())
                    .start();
            await().atMost(Duration.ofSeconds(60)).until(this::answers);
            return begun;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("the S3 server does not start", failure);
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Settings of Charla for storing media there. */
    public Map<String, String> settings() {
        return Map.of(
                "charla.media.s3.bucket", BUCKET,
                "charla.media.s3.endpoint", "http://127.0.0.1:" + port,
                "charla.media.s3.key", KEY,
                "charla.media.s3.secret", KEY);
    }

    S3Properties properties() {
        return new S3Properties(BUCKET, "http://127.0.0.1:" + port, "us-east-1", KEY, KEY);
    }

    /** Kills it without a shutdown. */
    public void kill() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    /** Starts it again on the same data. */
    public void restart() {
        process = begin();
    }
}
