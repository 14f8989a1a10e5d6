package app.charla.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/s/home", "/s/home/c/0190f4f4-0000-7000-8000-000000000000", "/settings?from=list"})
    void leadsToOwnPages(String path) {
        assertThat(Destination.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s/home",
                "//example.org",
                "/\\example.org",
                "/s/\\example.org",
                "https://example.org",
                "javascript:alert(1)",
                "/s/home\r\nSet-Cookie: a=b",
                "/s/ home"
            })
    void leadsHomeFromEverythingElse(String address) {
        assertThat(Destination.of(address)).isEqualTo("/");
    }
}
