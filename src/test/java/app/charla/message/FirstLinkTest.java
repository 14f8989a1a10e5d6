package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLinkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    see https://example.org/a, please        | https://example.org/a
                    (https://example.org/a_(b))              | https://example.org/a_(b)
                    [a page](https://example.org/x?y=z#here) | https://example.org/x?y=z
                    HTTPS://EXAMPLE.org/A                    | https://example.org/A
                    `http://code.example` http://b.example   | http://b.example
                    <https://quiet.example> http://c.example | http://c.example
                    http://ñandú.example/ñ                   | http://xn--and-6ma2c.example/%C3%B1
                    http://127.0.0.1/ and more               | http://127.0.0.1/
                    http://①②⑦.⓪.⓪.①/                        | http://127.0.0.1/
                    **https://example.org/bold**             | https://example.org/bold
                    """)
    void findsTheFirstLink(String text, String address) {
        assertThat(FirstLink.find(text)).contains(URI.create(address));
        assertThat(FirstLink.normalize(address)).contains(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no link",
                "ftp://example.org/",
                "xhttp://example.org/",
                "`https://example.org/`",
                "<https://example.org/>",
                "```\nhttps://example.org/\n```",
                "https://ana:secret@example.org/",
                "https://[nonsense",
                "https://",
                "javascript://https"
            })
    void findsNoLink(String text) {
        assertThat(FirstLink.find(text)).isEmpty();
    }

    @Test
    void ignoresTooLongAddresses() {
        assertThat(FirstLink.find("https://example.org/" + "x".repeat(3_000))).isEmpty();
    }
}
