package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

class ConnectionIT extends BrowserTest {

    private static final int PATIENCE = 45_000;

    @Test
    void aCutConnectionLosesNothing() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("before");
        bruno.open(ana.username()).sees("before");

        bruno.wire().cut();
        ana.say("while you were away");
        bruno.say("said in the tunnel");
        bruno.wire().join();

        eventually(bruno, "while you were away");
        eventually(ana, "said in the tunnel");
        bruno.sees("said in the tunnel");
    }

    @Test
    void aMessageWrittenOfflineSurvivesAReload() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("before");
        bruno.open(ana.username()).sees("before");
        ana.wire().cut();
        ana.say("written in the tunnel");
        ana.sees("written in the tunnel");
        ana.wire().join();
        ana.page().reload();

        eventually(bruno, "written in the tunnel");
        ana.sees("written in the tunnel");
    }

    @Test
    void aRestartOfTheServerLosesNobody() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("before");
        bruno.open(ana.username()).sees("before");

        charla().stop();
        ana.say("is anybody there?");
        charla().start();

        eventually(bruno, "is anybody there?");
        eventually(ana, "is anybody there?");
        bruno.say("back again");
        eventually(ana, "back again");
    }

    private static void eventually(Person person, String text) {
        assertThat(person.message(text)).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }
}
