package app.charla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The REST examples of both READMEs: they run as they are written, with a shell and curl alone. */
@ApiTest
@SuppressWarnings("NullAway.Init")
class ReadmeExamplesTest {

    private static final String ADDRESS = "http://localhost:8080";

    @Autowired
    private ApiClients apiClients;

    @ParameterizedTest
    @CsvSource({"README.md, Hello", "README.es.md, Hola"})
    void runs(String readme, String text) throws IOException {
        String example = example(Path.of(readme));
        assertThat(example).contains(ADDRESS, text).doesNotContain("jq", "uuidgen", "python");
        var shell = new ProcessBuilder(
                "sh",
                "-eu",
                "-c",
                example.replace(ADDRESS, apiClients.stranger().server()));
        shell.environment().put("PATH", "/usr/bin:/bin");
        Process running = shell.redirectErrorStream(true).start();
        try (BufferedReader lines = running.inputReader(StandardCharsets.UTF_8)) {
            var output = new StringBuilder();
            // The last command is a stream, which begins with the id from which it resumes.
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line);
                if (line.contains("id: ")) {
                    break;
                }
            }
            assertThat(output).contains("\"text\":\"" + text + "\"", "\"seq\":");
            assertThat(running.isAlive()).as(output.toString()).isTrue();
        } finally {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    private static String example(Path readme) throws IOException {
        String text = Files.readString(readme);
        String rest = text.substring(text.indexOf("## REST"));
        int start = rest.indexOf("```sh\n") + 6;
        return rest.substring(start, rest.indexOf("```", start));
    }
}
