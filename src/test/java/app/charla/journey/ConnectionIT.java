package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionIT extends BrowserTest {

    private static final int TIMEOUT = 45_000;

    @Override
    RunningCharla server() {
        return ownServer(Map.of()); // restarts
    }

    @Test
    void losesNoMessageInACutConnection() {
        Person ana = person("ana", deskWithServiceWorker()).register();
        Person bruno = person("bruno", deskWithServiceWorker()).register();
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
    void keepsAnOfflineMessageOverAReload() {
        Person ana = person("ana", deskWithServiceWorker()).register();
        Person bruno = person("bruno", deskWithServiceWorker()).register();
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
    void reconnectsAfterARestartOfTheServer() {
        Person ana = person("ana", deskWithServiceWorker()).register();
        Person bruno = person("bruno", deskWithServiceWorker()).register();
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
        assertThat(person.message(text)).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(TIMEOUT));
    }
}
