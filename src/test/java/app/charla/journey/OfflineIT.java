package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without a server nothing leads out of the app: chats open from the local copy, and the app heals by itself. */
class OfflineIT extends BrowserTest {

    private static final int TIMEOUT = 45_000;

    private static final String CHAT_IS_KEPT = """
            (title) => new Promise((answer) => {
              const opening = indexedDB.open('charla-offline', 1);
              opening.onupgradeneeded = () => opening.transaction.abort();
              opening.onerror = () => answer(false);
              opening.onsuccess = () => {
                const reading = opening.result.transaction('chats').objectStore('chats').getAll();
                reading.onsuccess = () => {
                  opening.result.close();
                  answer(reading.result.some((chat) => chat.conversation.title === title));
                };
              };
            })""";

    private static final String LIST_IS_KEPT = """
            (titles) => new Promise((answer) => {
              const opening = indexedDB.open('charla-shell', 1);
              opening.onupgradeneeded = () => opening.transaction.abort();
              opening.onerror = () => answer(false);
              opening.onsuccess = () => {
                const reading = opening.result.transaction('copies').objectStore('copies').getAll();
                reading.onsuccess = () => {
                  opening.result.close();
                  const copy = (key) => reading.result.find((each) => each.key.startsWith(key))?.value;
                  const rows = copy('rows:') ?? [];
                  answer(!!copy('texts') && titles.every((title) => rows.some((row) => row.title === title)));
                };
              };
            })""";

    private Person ana;
    private Person bruno;
    private Person carla;

    @Override
    RunningCharla server() {
        return ownServer(Map.of()); // restarts
    }

    @BeforeEach
    void talkWithTwo() {
        begin(deskWithServiceWorker());
    }

    /** Ana has a chat with each of the others in her browser, that with Carla open. */
    private void begin(Browser.NewContextOptions options) {
        ana = person("ana", options).register();
        bruno = person("bruno").register();
        carla = person("carla").register();
        ana.openPrivate(bruno).say("hello Bruno");
        ana.sees("hello Bruno");
        kept(CHAT_IS_KEPT, bruno.username());
        if (ana.page().viewportSize().width < 760) {
            ana.page().locator(".conversation-head .back").click();
        }
        ana.openPrivate(carla).say("hello Carla");
        ana.sees("hello Carla");
        ana.page().waitForFunction("() => !!navigator.serviceWorker.controller");
        kept(CHAT_IS_KEPT, carla.username());
        kept(LIST_IS_KEPT, List.of(bruno.username(), carla.username()));
    }

    private void kept(String script, Object of) {
        await().pollInSameThread().until(() -> (Boolean) ana.page().evaluate(script, of));
    }

    private void noticesTheCut() {
        ana.wire().cut();
        ana.page().waitForFunction("() => !['connected', 'loading'].includes(Vaadin.connectionState.state)");
    }

    private Locator local() {
        return ana.page().locator("charla-offline-app");
    }

    private void heals() {
        assertThat(local()).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(TIMEOUT));
    }

    @Test
    void aClickOnAnotherChatOpensItFromTheLocalCopy() {
        noticesTheCut();
        ana.open(bruno.username()).sees("hello Bruno");
        assertThat(local()).isVisible();
        ana.say("written without a server");
        ana.sees("written without a server");
        ana.open(carla.username()).sees("hello Carla");
        ana.open(bruno.username()).sees("written without a server");
        ana.page().locator(".rail .account").click();
        assertThat(ana.page().getByText("This needs the network")).isVisible();
        ana.open(bruno.username());

        ana.wire().join();
        heals();
        assertThat(ana.page().locator(".conversation-head h2")).hasText(bruno.username());
        bruno.open(ana.username());
        eventually(bruno, "written without a server");
        eventually(ana, "written without a server");
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void aClickThatNoticesTheCutIsNotLost() {
        ana.wire().cut();
        ana.open(bruno.username()).sees("hello Bruno");
        ana.wire().join();
        heals();
        assertThat(ana.page().locator(".conversation-head h2")).hasText(bruno.username());
    }

    @Test
    void whatWasBeingWrittenStaysUnderTheHands() {
        noticesTheCut();
        ana.open(bruno.username());
        Locator box = ana.page().locator("charla-composer textarea");
        box.pressSequentially("half a sen");
        ana.wire().join();
        heals();
        assertThat(box).isFocused();
        ana.page().keyboard().type("tence");
        assertThat(box).hasValue("half a sentence");
    }

    @Test
    void backStaysInTheApp() {
        ana.open(bruno.username());
        noticesTheCut();
        ana.page().goBack();
        assertThat(ana.page().locator(".conversation-head h2")).hasText(carla.username());
        ana.sees("hello Carla");
        ana.page().goForward();
        assertThat(ana.page().locator(".conversation-head h2")).hasText(bruno.username());
        ana.wire().join();
        heals();
        assertThat(ana.page().locator(".conversation-head h2")).hasText(bruno.username());
        ana.page().goBack();
        assertThat(ana.page().locator(".conversation-head h2")).hasText(carla.username());
    }

    @Test
    void aReloadShowsTheSameChatAndLetsWrite() {
        noticesTheCut();
        ana.say("before the reload");
        ana.sees("before the reload");
        ana.page().reload();
        assertThat(local()).isVisible();
        ana.sees("hello Carla");
        ana.sees("before the reload");
        ana.say("after the reload");
        ana.sees("after the reload");
        assertThat(ana.page().locator("html")).hasAttribute("lang", "en");
        assertThat(Axe.seriousViolations(ana.page())).isEmpty();

        ana.wire().join();
        heals();
        carla.open(ana.username());
        eventually(carla, "before the reload");
        eventually(carla, "after the reload");
        eventually(ana, "after the reload");
        ana.say("and on it goes");
        eventually(carla, "and on it goes");
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void deepLinksLeadToTheirPlaces() {
        ana.open(bruno.username());
        String chat = ana.page().url();
        ana.wire().cut();
        ana.page().navigate("/s/home/settings");
        assertThat(ana.page().getByText("This needs the network")).isVisible();
        ana.page().navigate(chat + "?m=1");
        ana.sees("hello Bruno");
        ana.page().navigate("/");
        assertThat(ana.chat(carla.username())).isVisible();
        ana.page().navigate("/s/home/settings");
        ana.wire().join();
        heals();
        assertThat(ana.page().locator(".settings h1")).isVisible();
    }

    @Test
    void aRestartOfTheServerKeepsPlaceFocusAndHistory() {
        ana.open(bruno.username());
        Locator box = ana.page().locator("charla-composer textarea");
        box.pressSequentially("half a sen");
        ana.page().evaluate("window.before = true");

        charla().stop();
        charla().start();

        ana.page()
                .waitForFunction(
                        "() => !window.before && document.querySelector('charla-composer')",
                        null,
                        new Page.WaitForFunctionOptions().setTimeout(TIMEOUT));
        assertThat(ana.page().locator(".conversation-head h2")).hasText(bruno.username());
        assertThat(box).isFocused();
        ana.page().keyboard().type("tence");
        assertThat(box).hasValue("half a sentence");
        ana.page().goBack();
        assertThat(ana.page().locator(".conversation-head h2")).hasText(carla.username());
    }

    @Test
    void afterSleepTheFirstClickLeadsWhereItWasMeantTo() {
        // The session ended while the browser slept, with no connection over which to say so.
        ana.wire().cut();
        charla().stop();
        ana.page().evaluate("window.before = true");
        charla().start();
        ana.wire().join();
        ana.chat(bruno.username()).click();
        assertThat(ana.page().locator(".conversation-head h2"))
                .hasText(bruno.username(), new LocatorAssertions.HasTextOptions().setTimeout(TIMEOUT));
        heals();
        ana.page()
                .waitForFunction(
                        "() => !window.before && document.querySelector('charla-composer')",
                        null,
                        new Page.WaitForFunctionOptions().setTimeout(TIMEOUT));
        assertThat(ana.page().locator(".conversation-head h2")).hasText(bruno.username());
        ana.sees("hello Bruno");
    }

    @Test
    void aSleeperWithoutANetworkReadsAndWrites() {
        ana.page().clock().install();
        noticesTheCut();
        ana.page().clock().fastForward("08:00:00");
        ana.open(bruno.username()).sees("hello Bruno");
        ana.say("early in the morning");
        ana.sees("early in the morning");
        ana.wire().join();
        ana.page().clock().fastForward("00:05");
        ana.page().evaluate("window.dispatchEvent(new Event('online'))");
        ana.page().clock().runFor(TIMEOUT);
        heals();
        bruno.open(ana.username());
        eventually(bruno, "early in the morning");
    }

    @Test
    void aPhoneStartsWithoutANetwork() {
        begin(phone().setLocale("en-US").setServiceWorkers(ServiceWorkerPolicy.ALLOW));
        ana.wire().cut();
        ana.page().navigate("/");
        ana.chat(bruno.username()).click();
        ana.sees("hello Bruno");
        ana.say("from the tunnel");
        ana.sees("from the tunnel");
        ana.page().goBack();
        assertThat(ana.chat(carla.username())).isVisible();
        assertThat(ana.page().locator(".bottom-bar")).isVisible();
        ana.page().goForward();
        ana.wire().join();
        heals();
        assertThat(ana.page()).hasURL(Pattern.compile(".*/s/home/c/.*"));
        bruno.open(ana.username());
        eventually(bruno, "from the tunnel");
    }

    @Test
    void signingOutLeavesNothingOnTheDevice() {
        ana.page().evaluate("window.charla.clearLocalData()");
        assertThat((Boolean) ana.page().evaluate(CHAT_IS_KEPT, carla.username()))
                .isFalse();
        assertThat((Boolean) ana.page().evaluate(LIST_IS_KEPT, List.of())).isFalse();
        assertThat((Boolean) ana.page().evaluate("caches.has('charla-pictures')"))
                .isFalse();
    }

    private static void eventually(Person person, String text) {
        assertThat(person.message(text)).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(TIMEOUT));
    }
}
