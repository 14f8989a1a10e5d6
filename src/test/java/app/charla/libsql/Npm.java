package app.charla.libsql;

import java.io.IOException;
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
        Path home = Path.of("target", "npm", name).toAbsolutePath();
        Path done = home.resolve("installed-" + String.join("_", packages).replaceAll("[^A-Za-z0-9.]", "-"));
        if (Files.exists(done)) {
            return home;
        }
        Files.createDirectories(home);
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
