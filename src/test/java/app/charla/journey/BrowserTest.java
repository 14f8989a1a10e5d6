package app.charla.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A journey: the program runs, and each person has a browser context and a network of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
abstract class BrowserTest {

    private final List<Person> people = new ArrayList<>();
    private RunningCharla charla;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void open() {
        charla = new RunningCharla(settings());
        playwright = Playwright.create();
        browser = playwright.chromium().launch(launchOptions());
    }

    private static BrowserType.LaunchOptions launchOptions() {
        var options =
                new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--use-fake-device-for-media-stream"));
        String chromium = System.getenv().getOrDefault("CHROMIUM_PATH", "/usr/bin/chromium");
        return options.setExecutablePath(Path.of(chromium));
    }

    @AfterEach
    void leave() {
        people.forEach(Person::close);
        people.clear();
    }

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
        charla.close();
    }

    /** Settings beside the usual ones. */
    Map<String, Object> settings() {
        return Map.of();
    }

    RunningCharla charla() {
        return charla;
    }

    /** Somebody at a desk. */
    Person person(String name) {
        return person(name, desk());
    }

    /** Somebody with a browser of a special kind. */
    Person person(String name, Browser.NewContextOptions options) {
        var person = new Person(name, browser, options, charla.port());
        people.add(person);
        return person;
    }

    static Browser.NewContextOptions desk() {
        return new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1440, 900);
    }

    static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setLocale("es-ES")
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true)
                .setColorScheme(ColorScheme.DARK);
    }
}
