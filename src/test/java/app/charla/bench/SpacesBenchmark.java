package app.charla.bench;

import app.charla.CharlaApplication;
import app.charla.Spaces;
import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.space.Space;
import app.charla.space.SpaceCreation;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings.Joining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Cost of many spaces: how long each hundred takes to be made, what 200 of them in turn hold open and in memory, and
 * how long the next start takes.
 *
 * <p>{@code SpacesBenchmark [spaces=1000]}
 */
public final class SpacesBenchmark {

    private static final int ACTIVE = 200;

    private SpacesBenchmark() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        Path folder = Files.createTempDirectory("charla-spaces");
        try (var app = start(folder)) {
            var registration = new Registration("owner", null, "mimosa-trombone-41", Language.EN);
            AccountId owner = app.getBean(AccountService.class)
                    .register(registration, "bench")
                    .id();
            report("before");
            for (int made = 0; made < count; made += 100) {
                long began = System.nanoTime();
                make(app, owner, made, Math.min(100, count - made));
                System.out.printf("spaces %d: %d ms for 100%n", made + 100, millisSince(began));
            }
            report("made");
            List<Space> all = app.getBean(SpaceService.class).spaces(owner);
            for (int round = 0; round < 3; round++) {
                long began = System.nanoTime();
                for (Space space : all.subList(0, Math.min(ACTIVE, all.size()))) {
                    talk(app, owner, space);
                }
                System.out.printf("%d active in turn: %d ms%n", ACTIVE, millisSince(began));
                report("active");
            }
        }
        long began = System.nanoTime();
        try (var app = start(folder)) {
            System.out.printf("next start: %d ms%n", millisSince(began));
            report("started");
        }
    }

    private static ConfigurableApplicationContext start(Path folder) {
        return SpringApplication.run(
                CharlaApplication.class,
                "--server.port=0",
                "--charla.storage.data-dir=" + folder,
                "--charla.rate-limits=off");
    }

    private static void make(ConfigurableApplicationContext app, AccountId owner, int from, int count)
            throws InterruptedException {
        var creation = app.getBean(SpaceCreation.class);
        var spaces = app.getBean(SpaceService.class);
        List<Space> asked = java.util.stream.IntStream.range(from, from + count)
                .mapToObj(number -> creation.request(owner, Spaces.wish("Space " + number, Joining.INVITE), null))
                .map(SpaceCreation.Requested::space)
                .toList();
        for (Space space : asked) {
            while (!spaces.space(owner, space.slug()).isReady()) {
                Thread.sleep(5);
            }
        }
    }

    private static void talk(ConfigurableApplicationContext app, AccountId owner, Space space) {
        Actor actor = app.getBean(SpaceService.class).enter(owner, space.slug());
        var chat = app.getBean(ChatService.class).publicChats(actor).getFirst();
        app.getBean(MessageService.class)
                .send(actor, chat.id(), new MessageDraft(UUID.randomUUID().toString(), "lorem ipsum"));
    }

    private static void report(String when) throws IOException {
        System.gc();
        var runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.printf("%s: %d MB of heap, %d database files open%n", when, used, openDatabases());
    }

    private static long openDatabases() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.map(SpacesBenchmark::target)
                    .filter(path -> path.endsWith(".db"))
                    .distinct()
                    .count();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
