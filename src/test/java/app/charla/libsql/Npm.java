package app.charla.libsql;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs from npm that tests need, kept below {@code target}. No script of theirs is run. */
public final class Npm {

    private Npm() {}

    /** @return the directory with {@code node_modules} */
    public static synchronized Path install(String name, String... packages) throws IOException, InterruptedException {
        Path home = Files.createDirectories(Path.of("target", "npm", name).toAbsolutePath());
        try (var file = FileChannel.open(home.resolve("lock"), CREATE, WRITE);
                var lock = file.lock()) { // another process of the tests may be about to do the same
            return install(home, packages);
        }
    }

    private static Path install(Path home, String... packages) throws IOException, InterruptedException {
        Path done = home.resolve("installed-" + String.join("_", packages).replaceAll("[^A-Za-z0-9.]", "-"));
        if (Files.exists(done)) {
            return home;
        }
        List<String> command =
                new ArrayList<>(List.of("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"));
        command.addAll(List.of("--prefix", home.toString()));
        command.addAll(List.of(packages));
        Path log = home.resolve("npm.log");
        Process npm = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!npm.waitFor(3, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new IllegalStateException("npm could not install " + List.of(packages)
                    + ", which this test needs. Is npm on the PATH and its registry in reach? It said:\n"
                    + Files.readString(log));
        }
        Files.createFile(done);
        return home;
    }
}
