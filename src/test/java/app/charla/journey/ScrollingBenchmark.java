package app.charla.journey;

import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.space.SpaceService;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Scrolling benchmark: a long public chat is scrolled up and down while messages arrive. Prints the most rows the page
 * ever had, its long tasks, the times between frames and its heap. Wants the front end of {@code ./charla build}.
 *
 * <p>{@code ScrollingBenchmark [messages=100000] [seconds=60] [arriving=20]}
 */
public final class ScrollingBenchmark {

    private static final int WRITERS = 32;

    /** Long tasks and frames as the browser itself tells them; rows are counted with each frame. */
    private static final String WATCH = """
            () => {
              const seen = window.seen = { rows: 0, frames: [], tasks: [] };
              const log = document.querySelector('charla-message-log');
              const root = log.shadowRoot ?? log;
              new PerformanceObserver(list => seen.tasks.push(...list.getEntries().map(task => task.duration)))
                  .observe({ type: 'longtask' });
              let last = performance.now();
              const frame = now => {
                seen.frames.push(now - last);
                last = now;
                seen.rows = Math.max(seen.rows, root.querySelectorAll('.row').length);
                requestAnimationFrame(frame);
              };
              requestAnimationFrame(frame);
            }""";

    private static final String TELL = """
            () => {
              const { rows, frames, tasks } = window.seen;
              frames.sort((a, b) => a - b);
              const at = share => frames[Math.floor((frames.length - 1) * share)].toFixed(1);
              return `rows at most ${rows}; ${tasks.length} tasks over 50 ms, ${tasks.filter(t => t > 100).length} over 100`
                + `, longest ${Math.max(0, ...tasks).toFixed(0)} ms; frames p50 ${at(0.5)} p99 ${at(0.99)} max ${at(1)} ms`
                + `; heap ${(performance.memory.usedJSHeapSize / 1e6).toFixed(0)} MB`;
            }""";

    private ScrollingBenchmark() {}

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        int arriving = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        try (var charla = new RunningCharla();
                var playwright = Playwright.create();
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setArgs(List.of("--no-sandbox", "--enable-precise-memory-info"))
                                .setExecutablePath(
                                        Path.of(System.getenv().getOrDefault("CHROMIUM_PATH", "/usr/bin/chromium"))));
                var ana = new Person("ana", browser, BrowserTest.desk(), charla)) {
            MessageService messages = charla.bean(MessageService.class);
            Actor writer = charla.bean(SpaceService.class)
                    .enterHome(charla.bean(AccountService.class)
                            .register(new Registration("writer", null, Person.PASSWORD, Language.EN), "bench")
                            .id());
            Chat plaza = charla.bean(ChatService.class).publicChats(writer).getFirst();
            fill(messages, writer, plaza, count);
            ana.register().open(String.valueOf(plaza.name()));
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            Thread.ofVirtual().start(() -> {
                for (long next = System.nanoTime(); next < end; next += 1_000_000_000L / arriving) {
                    say(messages, writer, plaza, "and one more, while somebody reads");
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            });
            scroll(ana.page(), end);
        }
    }

    private static void fill(MessageService messages, Actor writer, Chat chat, int count) {
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < count; i++) {
                String text =
                        "line " + i + " **bold** " + "lorem ipsum ".repeat(i % 17) + (i % 50 == 0 ? "\n- a\n- b" : "");
                threads.execute(() -> say(messages, writer, chat, text));
            }
        }
    }

    private static void say(MessageService messages, Actor writer, Chat chat, String text) {
        messages.send(writer, chat.id(), new MessageDraft(UUID.randomUUID().toString(), text));
    }

    /** Two thirds of the time upwards, then downwards. */
    private static void scroll(Page page, long end) {
        page.locator("charla-message-log .row").first().waitFor();
        page.mouse().move(700, 400);
        page.evaluate(WATCH);
        long began = System.nanoTime();
        while (System.nanoTime() < end) {
            boolean up = System.nanoTime() - began < (end - began) * 2 / 3;
            page.mouse().wheel(0, up ? -900 : 900);
            page.waitForTimeout(30);
        }
        IO.println(page.evaluate(TELL));
    }
}
