import module java.base;

/**
 * The development server: runs Charla, compiles what changes under {@code src/main/java} and brings it into the running
 * program. Where only bodies of methods changed, the JVM takes the new ones at once; else Spring Boot's devtools restart
 * Charla. The page reloads after either. Styles and TypeScript are the business of Vaadin's development mode.
 *
 * <p>Started by {@code ./charla dev}. Usage: {@code java DevServer.java CLASS_PATH CLASSES JVM_OPTION...}
 */
class DevServer {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(300);
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path PUBLIC_RESOURCES = RESOURCES.resolve("META-INF/resources");
    private static final Path SETTINGS = Path.of("src/dev");
    private static final Path ASSETS = Path.of("frontend/target/classes"); // fonts, copied there by Vaadin
    private static final Path PAGE = Path.of("frontend/index.html");
    private static final Path PACKAGES = Path.of("frontend/package.json");

    private final Path classes;
    private final String libraries;
    private final IncrementalCompiler compiler;
    private HotSwap hotSwap;
    private Map<Path, FileTime> resources = Map.of();

    DevServer(String libraries, Path classes) {
        this.classes = classes;
        this.libraries = libraries;
        this.compiler = new IncrementalCompiler(SOURCES, classes, libraries);
    }

    static void main(String[] arguments) throws Exception {
        var options = List.of(arguments).subList(2, arguments.length);
        new DevServer(arguments[0], Path.of(arguments[1])).run(options);
    }

    private void run(List<String> options) throws Exception {
        while (!compiler.compileChanges().compiled()) {
            while (!compiler.isChanged()) {
                Thread.sleep(POLL_INTERVAL);
            }
        }
        start(options);
        resources = resources();
        Thread.ofVirtual().start(this::restartOnEnter);
        while (true) {
            Thread.sleep(POLL_INTERVAL);
            if (compiler.isChanged()) {
                apply(compiler.compileChanges());
            }
            if (!resources.equals(resources())) {
                resources = resources();
                restart("a resource changed");
            }
        }
    }

    private void start(List<String> options) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        hotSwap = new HotSwap(port);
        var packages = Files.readString(PACKAGES);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:" + port);
        command.addAll(options);
        command.addAll(List.of("-cp", Stream.of(SETTINGS, RESOURCES, classes, ASSETS)
                .map(folder -> folder + File.pathSeparator)
                .collect(Collectors.joining("", "", libraries))));
        command.addAll(List.of("app.charla.CharlaApplication", "--spring.profiles.active=dev"));
        say("a debugger can attach to 127.0.0.1:" + port + "; Enter restarts");
        var charla = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            charla.destroy();
            restorePackages(packages);
        }));
        charla.onExit().thenAccept(ended -> System.exit(ended.exitValue()));
    }

    private void apply(IncrementalCompiler.Result result) throws IOException {
        if (!result.compiled() || result.classes().isEmpty()) {
            return;
        }
        if (result.sameShape() && hotSwap.redefine(result.classes())) {
            say("replaced " + String.join(", ", result.classes().keySet()));
            reloadPage();
        } else {
            restart("classes changed their members");
        }
    }

    /** The devtools look for a change of this file: application-dev.properties. */
    private void restart(String why) throws IOException {
        say("restarting: " + why);
        Files.writeString(classes.resolve(".restart"), Instant.now().toString());
    }

    /** Vite makes the browser reload after a change of this page. */
    private static void reloadPage() throws IOException {
        Files.setLastModifiedTime(PAGE, FileTime.from(Instant.now()));
    }

    /**
     * Vaadin's development server and its Maven plugin write package.json in different order, and the plugin copies some
     * lines. The form of the plugin is the committed one. A line that was not there before is somebody's change: it stays.
     */
    private static void restorePackages(String before) {
        try {
            if (lines(before).containsAll(lines(Files.readString(PACKAGES)))) {
                Files.writeString(PACKAGES, before);
            }
        } catch (IOException failure) {
            say("could not restore " + PACKAGES + ": " + failure);
        }
    }

    private static Set<String> lines(String json) {
        return json.lines().map(line -> line.strip().replaceFirst(",$", "")).collect(Collectors.toSet());
    }

    private void restartOnEnter() {
        var input = new Scanner(System.in);
        while (input.hasNextLine()) {
            input.nextLine();
            try {
                restart("Enter was pressed");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Resources that are read once at the start. Public ones are read for each request. */
    private static Map<Path, FileTime> resources() throws IOException {
        var found = IncrementalCompiler.files(RESOURCES, "");
        found.keySet().removeIf(file -> file.startsWith(PUBLIC_RESOURCES));
        return found;
    }

    static void say(String text) {
        IO.println("dev: " + text);
    }
}
