package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Dates and times as the browser's region writes them, whatever draws them. */
class RegionIT extends BrowserTest {

    @Test
    void britonsReadTwentyFourHoursAndAmericansTwelve() {
        Person ana = person("ana", desk().setLocale("en-GB").setTimezoneId("Europe/London"))
                .register();
        Person bruno = person("bruno", desk().setLocale("en-US").setTimezoneId("Europe/London"))
                .register();
        ana.openPrivate(bruno).say("Half past eight");
        bruno.open(ana.username()).sees("Half past eight");

        reads(ana, "\\d\\d:\\d\\d", "\\d{1,2} [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d");
        reads(bruno, "\\d{1,2}:\\d\\d\\s[AP]M", "[A-Z][a-z]+ \\d{1,2}, \\d{4}, \\d{1,2}:\\d\\d\\s[AP]M");
    }

    /** Checks the time of a message, which the page draws, and that of a search hit, which the server asks for. */
    private static void reads(Person person, String time, String dateAndTime) {
        assertThat(person.message("Half past eight").locator("time")).hasText(Pattern.compile("^" + time + "$"));
        person.page().navigate("/s/home/search?q=half+past");
        assertThat(person.page().locator(".hits a")).hasCount(1);
        assertThat(person.page().locator(".hits a")).containsText(Pattern.compile(dateAndTime));
    }
}
