package app.charla.journey;

import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.ProfileDirectory;
import app.charla.account.Registration;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.space.SpaceService;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Benchmark of the chat list: messages arrive in many groups that are not open, in turn. Prints the long tasks of the
 * page and the times between frames. Wants the front end of {@code ./charla build}.
 *
 * <p>{@code BusyChatsBenchmark [messages=1000] [perSecond=70] [chats=200]}
 */
public final class BusyChatsBenchmark {

    /** Long tasks and frames as the browser itself tells them. */
    private static final String WATCH = """
            () => {
              const seen = window.seen = { frames: [], tasks: [] };
              new PerformanceObserver(list => seen.tasks.push(...list.getEntries().map(task => task.duration)))
                  .observe({ type: 'longtask' });
              let last = performance.now();
              const frame = now => {
                seen.frames.push(now - last);
                last = now;
                requestAnimationFrame(frame);
              };
              requestAnimationFrame(frame);
            }""";

    private static final String TELL = """
            () => {
              const { frames, tasks } = window.seen;
              frames.sort((a, b) => a - b);
              const at = share => frames[Math.floor((frames.length - 1) * share)].toFixed(1);
              return `${tasks.length} tasks over 50 ms, longest ${Math.max(0, ...tasks).toFixed(0)} ms, `
                + `together ${tasks.reduce((sum, t) => sum + t, 0).toFixed(0)} ms; `
                + `frames p50 ${at(0.5)} p99 ${at(0.99)} max ${at(1)} ms`;
            }""";

    private BusyChatsBenchmark() {}

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 70;
        int groups = args.length > 2 ? Integer.parseInt(args[2]) : 200;
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        try (var charla = new RunningCharla();
                var playwright = Playwright.create();
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setArgs(List.of("--no-sandbox"))
                                .setExecutablePath(
                                        Path.of(System.getenv().getOrDefault("CHROMIUM_PATH", "/usr/bin/chromium"))));
                var ana = new Person("ana", browser, BrowserTest.desk(), charla)) {
            ana.register();
            var spaces = charla.bean(SpaceService.class);
            var accounts = charla.bean(AccountService.class);
            Actor writer = spaces.enterHome(
                    accounts.register(new Registration("writer", null, Person.PASSWORD, Language.EN), "bench")
                            .id());
            var reader = charla.bean(ProfileDirectory.class)
                    .getByUsernames(List.of(ana.username()))
                    .getFirst();
            List<ChatId> chats = new ArrayList<>();
            for (int i = 0; i < groups; i++) {
                chats.add(charla.bean(GroupService.class)
                        .create(writer, "Group " + i, List.of(reader.id()), null)
                        .chat()
                        .id());
            }
            ana.page().reload();
            ana.open("Plaza");
            ana.chat("Group " + (groups - 1)).waitFor();
            ana.page().waitForTimeout(3_000); // what comes after loading is not measured
            ana.page().evaluate(WATCH);
            send(charla.bean(MessageService.class), writer, chats, count, perSecond);
            ana.page()
                    .waitForFunction(
                            "last => document.querySelector('charla-chat-list').textContent.includes(last)",
                            "line " + (count - 1),
                            new Page.WaitForFunctionOptions().setTimeout(120_000));
            IO.println(ana.page().evaluate(TELL));
        }
    }

    private static void send(MessageService messages, Actor writer, List<ChatId> chats, int count, int perSecond) {
        long next = System.nanoTime();
        for (int i = 0; i < count; i++) {
            String text = "line " + i + " **bold** `code` " + "lorem ipsum ".repeat(i % 7);
            messages.send(
                    writer,
                    chats.get(i % chats.size()),
                    new MessageDraft(UUID.randomUUID().toString(), text));
            next += 1_000_000_000L / perSecond;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
