package app.charla.api;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import app.charla.CharlaApplication;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The jar that ships, unpacked and with an AOT cache, for servers in processes of their own: they start in half the CPU time.
 * It is made once for each jar. Without a jar, as in an IDE, such servers run from the class path of the tests.
 */
final class UnpackedServer {

    private static final Path FOLDER = Path.of("target", "unpacked-server").toAbsolutePath();
    private static final Path CACHE = FOLDER.resolve("charla.aot");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** It lives for seconds: what makes long runs fast would only make it start late. */
    private static final List<String> FLAGS =
            List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private UnpackedServer() {}

    /** Returns the command that runs a class on it. */
    static List<String> command(Class<?> program) throws IOException {
        @Nullable String jar = System.getProperty("charla.jar");
        if (jar == null) {
            return command(program, List.of(), System.getProperty("java.class.path"));
        }
        prepare(Path.of(jar));
        return command(program, List.of("-XX:AOTCache=" + CACHE), classPath());
    }

    private static List<String> command(Class<?> program, List<String> options, String classPath) {
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(FLAGS);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName()));
        return command;
    }

    /** An AOT cache wants jars only, so the few classes that tests add are one, too. */
    private static String classPath() {
        return FOLDER.resolve("charla.jar") + java.io.File.pathSeparator + FOLDER.resolve("tests.jar");
    }

    private static synchronized void prepare(Path jar) throws IOException {
        Files.createDirectories(FOLDER.getParent());
        try (var file = FileChannel.open(FOLDER.resolveSibling("unpacked-server.lock"), CREATE, WRITE);
                var lock = file.lock()) { // another process of the tests may be about to do the same
            if (!Files.exists(CACHE)
                    || Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                FileSystemUtils.deleteRecursively(FOLDER);
                unpack(jar);
                rehearse();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void unpack(Path jar) throws IOException, InterruptedException {
        run(List.of(JAVA, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", FOLDER.toString()));
        var tests = Path.of("target", "test-classes");
        var arguments = new ArrayList<>(
                List.of("--create", "--file", FOLDER.resolve("tests.jar").toString()));
        try (var classes = Files.newDirectoryStream(tests.resolve("app/charla/api"), "CrashingCharla*.class")) {
            for (Path each : classes) {
                arguments.addAll(
                        List.of("-C", tests.toString(), tests.relativize(each).toString()));
            }
        }
        ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, arguments.toArray(String[]::new));
    }

    /** Starts it once for the JVM to keep what it loads. */
    private static void rehearse() throws IOException, InterruptedException {
        var options = List.of("-XX:AOTCacheOutput=" + CACHE);
        Path data = FOLDER.resolve("data");
        try (var server = new ServerProcess(data, command(CharlaApplication.class, options, classPath()))) {
            ApiClients.register(server.start(), "rehearsal");
            server.stop();
        }
        FileSystemUtils.deleteRecursively(data);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }
}
