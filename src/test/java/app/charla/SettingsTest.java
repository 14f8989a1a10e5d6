package app.charla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class SettingsTest {

    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Path EXAMPLE = Path.of(".env.example");
    private static final Pattern USED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):?([^}]*)}");
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^# \\S.*\\n#([A-Z][A-Z0-9_]*)=(.*)$");
    private static final Pattern NAMED = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]*)=");

    /** For the start script, not for the program. */
    private static final String OF_THE_SCRIPT = "CHARLA_JAVA_OPTS";

    /** Their names hold a name of somebody's choice: see IdentityProviders. */
    private static final String OF_A_PROVIDER = "OIDC_GOOGLE_";

    @TempDir
    Path folder;

    @Test
    void everySettingIsExplainedWithItsDefault() throws IOException {
        var explained = matches(EXPLAINED, EXAMPLE);
        explained.remove(OF_THE_SCRIPT);
        explained.keySet().removeIf(name -> name.startsWith(OF_A_PROVIDER));

        assertThat(explained).isEqualTo(matches(USED, PROPERTIES));
    }

    @Test
    void everyLineOfTheExampleHasACommentAndIsSwitchedOff() throws IOException {
        assertThat(namesIn(EXAMPLE))
                .containsExactlyInAnyOrderElementsOf(matches(EXPLAINED, EXAMPLE).keySet());
    }

    @Test
    void readsTheFileInTheWorkingFolder() throws IOException {
        try (var context = startWith("PORT=1234\nPUBLIC_URL=https://chat.example.org\nRATE_LIMITS=off\n")) {
            assertThat(context.getBean(ServerSettings.class))
                    .isEqualTo(new ServerSettings(1234, "https://chat.example.org", "", false));
        }
    }

    @Test
    void namesTheSettingThatIsOfTheWrongKind(CapturedOutput output) {
        assertThatThrownBy(() -> startWith("PORT=eighty\n")).isInstanceOf(Exception.class);

        assertThat(output)
                .contains("The setting PORT has the value \"eighty\", but it must be a whole number.")
                .contains("Correct PORT in .env");
    }

    @Test
    void namesTheProxyThatIsNoAddress(CapturedOutput output) {
        assertThatThrownBy(() -> startWith("TRUSTED_PROXIES=10.0.0.1, proxy.example\n"))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains(
                        "The setting TRUSTED_PROXIES has the value \"10.0.0.1, proxy.example\", but it must be IP addresses");
    }

    @Test
    void namesTheSettingThatIsOutOfRange(CapturedOutput output) {
        assertThatThrownBy(() -> startWith("PORT=70000\n")).isInstanceOf(Exception.class);

        assertThat(output)
                .contains("The setting PORT has the value \"70000\", but it must be less than or equal to 65535.");
    }

    @Test
    void namesTheSettingThatHasTheWrongForm(CapturedOutput output) {
        assertThatThrownBy(() -> startWith("PUBLIC_URL=chat.example.org\n")).isInstanceOf(Exception.class);

        assertThat(output)
                .contains("The setting PUBLIC_URL has the value \"chat.example.org\"")
                .contains("must be http(s)://host[:port] without a path");
    }

    private ConfigurableApplicationContext startWith(String settings) throws IOException {
        var file = Files.writeString(folder.resolve(".env"), settings);
        return new SpringApplicationBuilder(ServerSettingsOnly.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.additional-location=file:" + file + "[.properties]")
                .run();
    }

    private static TreeMap<String, String> matches(Pattern pattern, Path file) throws IOException {
        var found = new TreeMap<String, String>();
        pattern.matcher(Files.readString(file)).results().forEach(match -> found.put(match.group(1), match.group(2)));
        return found;
    }

    private static List<String> namesIn(Path file) throws IOException {
        return NAMED.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @EnableConfigurationProperties(ServerSettings.class)
    static class ServerSettingsOnly {}
}
