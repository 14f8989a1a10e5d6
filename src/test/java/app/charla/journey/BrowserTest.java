package app.charla.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A journey: the program runs, and each person has a browser context and a network of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
abstract class BrowserTest {

    private static @Nullable RunningCharla shared;

    private final List<Person> people = new ArrayList<>();
    private RunningCharla charla;

    @BeforeAll
    void open() {
        charla = server();
    }

    /** Adds the pages of all people to a failure: a log is all that remains of a run elsewhere. */
    @RegisterExtension
    AfterTestExecutionCallback scene = test -> test.getExecutionException().ifPresent(failure -> {
        charla.dumpThreads(test.getDisplayName());
        people.forEach(person -> failure.addSuppressed(person.scene(test.getDisplayName())));
    });

    @AfterEach
    void leave() {
        people.forEach(Person::close);
        people.clear();
    }

    @AfterAll
    void close() {
        if (charla != shared) {
            charla.close();
        }
    }

    /** Returns the server of these journeys: one for all classes of a process that neither restart it nor set it up. */
    RunningCharla server() {
        if (shared == null || !shared.isLatest()) {
            closeShared();
            shared = new RunningCharla();
        }
        return shared;
    }

    /** Starts a server for one class, which ends with it. */
    static RunningCharla ownServer(Map<String, Object> settings) {
        closeShared();
        return new RunningCharla(settings);
    }

    private static void closeShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    RunningCharla charla() {
        return charla;
    }

    /** A person with a desktop browser. */
    Person person(String name) {
        return person(name, desk());
    }

    /** A person with browser options of their own. */
    Person person(String name, Browser.NewContextOptions options) {
        var person = new Person(name, TestBrowser.get(), options, charla);
        people.add(person);
        return person;
    }

    /** Returns a desktop browser without the service worker, which takes a third of the browser's time. */
    static Browser.NewContextOptions desk() {
        return new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(1440, 900)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    }

    /** Returns a desktop browser that runs the service worker, for what happens without a connection. */
    static Browser.NewContextOptions deskWithServiceWorker() {
        return desk().setServiceWorkers(ServiceWorkerPolicy.ALLOW);
    }

    static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setLocale("es-ES")
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setColorScheme(ColorScheme.DARK);
    }
}
