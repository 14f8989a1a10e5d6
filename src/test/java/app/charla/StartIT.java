package app.charla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar alone, started as its operator does, in an empty folder. */
class StartIT {

    private static final Pattern READY = Pattern.compile("Charla answers at (http://\\S+)");
    private static final Pattern SCRIPT = Pattern.compile("src=\"\\./?(VAADIN/build/[^\"]+\\.js)\"");

    @TempDir
    Path folder;

    @Test
    void servesTheProductionFrontEnd() throws Exception {
        var charla = start("PORT=0\n");
        try (var http = HttpClient.newHttpClient()) {
            var address = addressOf(charla);
            var page = get(http, address + "/login");
            var script = SCRIPT.matcher(page.body());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(script.find()).as(page.body()).isTrue();
            assertThat(get(http, address + "/" + script.group(1)).statusCode()).isEqualTo(200);
            assertThat(get(http, address + "/sw.js").statusCode()).isEqualTo(200);
            assertThat(folder.resolve("data/directory.db")).exists();
        } finally {
            stop(charla);
        }
    }

    @Test
    void stopsAtASettingThatCannotBeUsedAndNamesIt() throws Exception {
        var charla = start("PORT=eighty\n");
        var output = charla.inputReader().readAllAsString();

        assertThat(charla.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(charla.exitValue()).isEqualTo(1);
        assertThat(output)
                .contains("The setting PORT has the value \"eighty\", but it must be a whole number.")
                .doesNotContain("\tat ");
    }

    private Process start(String settings) throws IOException {
        Files.writeString(folder.resolve(".env"), settings);
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("charla.jar"))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        command.environment().keySet().removeAll(Set.of("PORT", "DATA_DIR", "PUBLIC_URL", "RATE_LIMITS"));
        return command.start();
    }

    private static String addressOf(Process charla) {
        return charla.inputReader()
                .lines()
                .map(READY::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("it stopped before it answered"));
    }

    private static HttpResponse<String> get(HttpClient http, String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static void stop(Process charla) throws InterruptedException {
        charla.destroy();
        assertThat(charla.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
}
