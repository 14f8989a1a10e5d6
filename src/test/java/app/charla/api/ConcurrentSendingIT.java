package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A hundred people send at once; ten event streams and a browser tab show the same messages in the same order. */
@Tag("server")
@ApiTest
@SuppressWarnings("NullAway.Init")
class ConcurrentSendingIT {

    private static final int SENDERS = 100;
    private static final int MESSAGES = 50;
    private static final int READERS = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final int MIN_RENDERED = 30;

    @Autowired
    private ApiClients apiClients;

    private Playwright playwright;
    private Browser browser;

    @BeforeEach
    void openBrowser() {
        playwright = Playwright.create();
        String chromium = System.getenv().getOrDefault("CHROMIUM_PATH", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterEach
    void closeBrowser() {
        playwright.close();
    }

    @Test
    void storesEachMessageOnceAndShowsAllInOneOrder() throws Exception {
        List<ApiClient> senders = runConcurrently(IntStream.range(0, SENDERS)
                .<Callable<ApiClient>>mapToObj(i -> () -> apiClients.person("s"))
                .toList());
        ApiClient viewer = apiClients.person("viewer");
        String chat = senders.getFirst()
                .group(
                        "Everybody",
                        Stream.concat(senders.stream(), Stream.of(viewer)).toArray(ApiClient[]::new));
        Page tab = open(viewer, chat);
        List<LiveStream> readers = IntStream.range(0, READERS)
                .mapToObj(i -> senders.get(i).listen())
                .toList();
        readers.forEach(reader -> await().until(() -> !reader.lastId().isEmpty()));

        List<List<Response>> sent = sendAll(senders, chat);
        assertThat(sent.stream().flatMap(List::stream))
                .extracting(Response::status)
                .containsOnly(201);

        List<JsonNode> history = history(senders.getFirst(), chat);
        assertThat(history)
                .extracting(message -> message.at("/seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, SENDERS * MESSAGES).boxed().toList());
        for (LiveStream reader : readers) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(reader.events("message")).hasSize(SENDERS * MESSAGES));
            assertThat(reader.events("message"))
                    .extracting(ConcurrentSendingIT::message)
                    .containsExactlyElementsOf(history);
            reader.close();
        }
        assertShowsNewest(history, tab);
        assertThat(bySender(history))
                .hasSize(SENDERS)
                .allSatisfy((sender, texts) -> assertThat(texts)
                        .containsExactlyElementsOf(IntStream.range(0, MESSAGES)
                                .mapToObj(i -> "m" + i)
                                .toList()));

        List<List<Response>> repeated = sendAll(senders, chat);
        assertThat(repeated.stream().flatMap(List::stream))
                .extracting(Response::status)
                .containsOnly(200);
        for (int i = 0; i < SENDERS; i++) {
            assertThat(repeated.get(i))
                    .extracting(Response::json)
                    .containsExactlyElementsOf(
                            sent.get(i).stream().map(Response::json).toList());
        }
        assertThat(history(senders.getFirst(), chat)).isEqualTo(history);
    }

    /** Returns the message of an event, which is that of the history plus the space. */
    private static JsonNode message(LiveStream.Event event) {
        var message = (ObjectNode) event.json().deepCopy();
        assertThat(message.remove("spaceId")).isNotNull();
        return message;
    }

    private Page open(ApiClient person, String chat) {
        String id = chat.substring(chat.lastIndexOf('/') + 1);
        Page page = browser.newPage();
        page.navigate(person.server() + "/s/home/c/" + id);
        page.locator("#field-username").fill(person.username());
        page.locator("#field-password").fill(ApiClients.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL("**/s/home/c/" + id);
        page.locator("charla-message-log .system").first().waitFor();
        return page;
    }

    /** Asserts that the tab shows the newest messages, each once, in the order of the history. */
    @SuppressWarnings("unchecked")
    private static void assertShowsNewest(List<JsonNode> history, Page tab) {
        List<String> all = history.stream()
                .map(message -> "m:" + message.at("/id").asString())
                .toList();
        await().atMost(TIMEOUT).untilAsserted(() -> {
            var rendered = (List<String>)
                    tab.locator("charla-message-log .row").evaluateAll("rows => rows.map(row => row.dataset.key)");
            assertThat(rendered).hasSizeGreaterThan(MIN_RENDERED);
            assertThat(rendered).containsExactlyElementsOf(all.subList(all.size() - rendered.size(), all.size()));
        });
    }

    private static List<List<Response>> sendAll(List<ApiClient> senders, String chat)
            throws InterruptedException, ExecutionException {
        return runConcurrently(senders.stream()
                .<Callable<List<Response>>>map(sender -> () -> IntStream.range(0, MESSAGES)
                        .mapToObj(i -> sender.post(chat, Map.of("text", "m" + i, "clientId", "c-" + i)))
                        .toList())
                .toList());
    }

    private static List<JsonNode> history(ApiClient client, String chat) {
        var all = new ArrayList<JsonNode>();
        for (long after = 0; ; after = all.getLast().at("/seq").asLong()) {
            JsonNode page = client.get(chat + "/messages?limit=200&after=" + after)
                    .json()
                    .at("/messages");
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(all::add);
        }
    }

    private static Map<String, List<String>> bySender(List<JsonNode> history) {
        return history.stream()
                .sorted(Comparator.comparing(message -> message.at("/seq").asLong()))
                .collect(Collectors.groupingBy(
                        message -> message.at("/sender/id").asString(),
                        Collectors.mapping(message -> message.at("/text").asString(), Collectors.toList())));
    }

    private static <T> List<T> runConcurrently(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
