package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.MouseButton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Profile, sharing, preferences and data export. */
class PersonalIT extends BrowserTest {

    private static void radio(Person person, String name) {
        person.page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .check(new Locator.CheckOptions().setForce(true));
    }

    @Test
    void showsTheProfileToOthers() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.page().navigate("/settings/profile");
        ana.page().locator("#field-about").fill("Plays the trombone.");
        ana.page().locator("section:has(#field-about) button[type=submit]").click();
        ana.page().locator("#field-address").fill("http://ana.example");
        ana.button("Add link").click();
        assertThat(ana.page().locator("#complaint-address")).containsText("https://");
        ana.page().locator("#field-address").fill("ana.example/me");
        ana.button("Add link").click();
        assertThat(ana.page().locator(".profile-links a")).hasText("ana.example/me");
        ana.button("Verify ana.example/me").click();
        assertThat(ana.page().locator(".toast").last()).containsText("is not responding");

        ana.page().navigate("/s/home");
        ana.openPrivate(bruno).say("Hello");
        bruno.open(ana.username()).sees("Hello");
        bruno.button(ana.username() + "’s profile").click();
        Locator card = bruno.page().locator(".person-card");
        assertThat(card).containsText("Plays the trombone.");
        assertThat(card.locator(".person-links a")).hasAttribute("href", "https://ana.example/me");
        assertThat(card.locator(".person-links a")).hasAttribute("rel", Pattern.compile(".*noopener noreferrer.*"));
        card.getByText("Send private message").click();
        assertThat(bruno.page().locator(".conversation-head h2")).hasText(ana.username());
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void asksBeforeSharedWordsAreSent() {
        Person ana = person("ana").register();
        Person bruno = person("bruno");
        bruno.page().addInitScript("navigator.share = async (what) => { window.handedOver = what.url; }");
        bruno.register();
        ana.openPrivate(bruno).say("Between us");
        bruno.open(ana.username()).sees("Between us");
        Locator row = bruno.message("Between us");
        row.click(new Locator.ClickOptions()
                .setButton(MouseButton.RIGHT)
                .setDelay(200)); // as a hand does: the menu appears before the button is released
        bruno.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Share"))
                .click();
        bruno.button("Create link").click();
        Locator link = bruno.page().locator("charla-copy-link input");
        assertThat(link).hasValue(Pattern.compile(".*/shared/.+"));
        String address = link.inputValue();
        assertThat(bruno.page().request().get(address).status()).isEqualTo(404);
        bruno.page().locator("charla-copy-link .share").click();
        assertThat(bruno.page().evaluate("window.handedOver")).isEqualTo(address);

        assertThat(ana.page().locator(".share-request")).containsText("Between us");
        assertThat(ana.page().locator(".rail .account .badge")).hasText("1");
        ana.button("Agree").click();
        assertThat(ana.page().locator(".share-request")).isHidden();
        assertThat(ana.page().locator(".rail .account .badge")).isHidden();
        assertThat(bruno.page().request().get(address).text()).contains("Between us");
    }

    @Test
    void keepsASharedTextUntilSignIn() {
        Person ana = person("ana").register();
        ana.forgetSession();

        ana.page()
                .navigate("/share-target.html?title=News&text=Read%20this%3A%20https%3A%2F%2Fnews.example%2F%3Fa%3D1"
                        + "&url=https%3A%2F%2Fnews.example%2F%3Fa%3D1");
        ana.page().waitForURL(Pattern.compile(".*/login\\?to=.*"));
        ana.signIn(Person.PASSWORD);
        ana.page().waitForURL(Pattern.compile(".*/share"));
        assertThat(ana.page().locator(".shared-words")).hasText("News\nRead this: https://news.example/?a=1");
        ana.page().locator("charla-shared a").getByText("Plaza").first().click();

        assertThat(ana.page().locator("charla-composer textarea"))
                .hasValue("News\nRead this: https://news.example/?a=1");
        assertThat(ana.message("news.example")).hasCount(0);
        ana.page().navigate("/share");
        assertThat(ana.page().locator("charla-shared .nothing")).isVisible();
    }

    @Test
    void syncsTheThemeBetweenDevicesWithoutAFlash() {
        Person ana = person("ana", desk().setColorScheme(ColorScheme.LIGHT)).register();
        Person laptop = person("laptop", desk().setColorScheme(ColorScheme.LIGHT));
        laptop.page().navigate("/login");
        laptop.page().locator("#field-username").fill(ana.username());
        laptop.page().locator("#field-password").fill(Person.PASSWORD);
        laptop.page().locator("button[type=submit]").click();
        assertThat(laptop.chat("Plaza")).isVisible();
        Locator root = laptop.page().locator("html");

        ana.page().navigate("/settings/appearance");
        radio(ana, "Dark");
        assertThat(root).hasAttribute("data-theme", "dark");
        radio(ana, "Large");
        assertThat(root).hasAttribute("data-text-size", "large");
        radio(ana, "Compact");
        assertThat(root).hasAttribute("data-density", "compact");
        Object before = laptop.page()
                .evaluate("getComputedStyle(document.documentElement).getPropertyValue('--charla-accent')");
        ana.page().locator(".colours label").nth(3).click();
        laptop.page()
                .waitForFunction(
                        "before => getComputedStyle(document.documentElement).getPropertyValue('--charla-accent') !== before",
                        before);
        radio(ana, "Español");
        assertThat(root).hasAttribute("lang", "es");

        laptop.page().addInitScript("""
                window.frames = [];
                requestAnimationFrame(function look() {
                  window.frames.push(document.documentElement.dataset.theme + ' '
                      + getComputedStyle(document.documentElement).colorScheme);
                  if (window.frames.length < 40) requestAnimationFrame(look);
                });""");
        laptop.page().navigate("/s/home");
        laptop.page().waitForFunction("window.frames.length >= 40");
        Object frames = laptop.page().evaluate("[...new Set(window.frames.map(each => each.split(' ')[0]))]");
        assertThat(frames).isEqualTo(List.of("dark"));
    }

    @Test
    void appliesClockAndSoundSettings() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.page().addInitScript("""
                window.heard = 0;
                window.AudioContext = class {
                  currentTime = 0;
                  createOscillator() {
                    window.heard++;
                    return { frequency: {}, connect: to => to, start() {}, stop() {} };
                  }
                  createGain() {
                    const gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
                    return { gain, connect: to => to };
                  }
                };""");
        bruno.openPrivate(ana).say("What time is it?");
        ana.page().navigate("/settings/appearance");
        ana.page().locator("#field-timeZone").selectOption("Pacific/Auckland");
        assertThat(ana.page().locator("html")).hasAttribute("data-time-zone", "Pacific/Auckland");
        ana.page().navigate("/s/home");
        ana.open(bruno.username()).sees("What time is it?");
        Locator time = ana.message("What time is it?").locator("time");
        Object there = ana.page().evaluate("""
                moment => new Intl.DateTimeFormat('en', {timeStyle: 'short', timeZone: 'Pacific/Auckland'})
                    .format(new Date(moment))""", time.getAttribute("datetime"));
        assertThat(time).hasText(String.valueOf(there));

        ana.open("Plaza");
        bruno.say("Do you hear me?");
        ana.page().waitForFunction("window.heard > 0");
        ana.page().navigate("/settings/appearance");
        ana.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Play a sound.*")))
                .uncheck();
        assertThat(ana.page().locator("html")).hasAttribute("data-sounds", "off");
        ana.page().navigate("/s/home");
        ana.open("Plaza");
        bruno.say("And now?");
        assertThat(ana.chat(bruno.username())).containsText("And now?");
        assertThat(ana.page().evaluate("window.heard")).isEqualTo(0);
    }

    @Test
    void refusesAFileThatIsNotATheme() {
        Person ana = person("ana").register();
        ana.page().navigate("/settings/appearance");
        for (String content : List.of("not json", "{\"kind\":\"charla-theme\"}", "x".repeat(5_000))) {
            ana.page()
                    .locator("#field-theme-file")
                    .setInputFiles(new FilePayload(
                            "theme.json", "application/json", content.getBytes(StandardCharsets.UTF_8)));
            assertThat(ana.page().locator("#complaint-theme-file")).hasText("This is not a Charla theme.");
        }
        ana.page()
                .locator("#field-theme-file")
                .setInputFiles(new FilePayload("theme.json", "application/json", """
                        {"kind":"charla-theme","version":1,"theme":"DARK","accent":"#c0392b","textSize":"NORMAL",
                         "density":"COMPACT","spaceColors":true}""".getBytes(StandardCharsets.UTF_8)));
        assertThat(ana.page().locator("html")).hasAttribute("data-theme", "dark");
        assertThat(ana.page().locator("html")).hasAttribute("data-density", "compact");
    }
}
