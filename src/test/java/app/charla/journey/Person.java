package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A person with a browser context of their own, in English unless the options say otherwise. */
final class Person implements AutoCloseable {

    static final String PASSWORD = "mimosa-trombone-41";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String username;
    private final BrowserContext context;
    private final RunningCharla charla;
    private final String locale;
    private final Wire wire;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Person(String name, Browser browser, Browser.NewContextOptions options, RunningCharla charla) {
        this.username = name + COUNT.incrementAndGet();
        this.charla = charla;
        this.locale = options.locale;
        this.wire = new Wire(charla.port());
        this.context = browser.newContext(options.setBaseURL("http://localhost:" + wire.port()));
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    String username() {
        return username;
    }

    Page page() {
        return page;
    }

    Wire wire() {
        return wire;
    }

    /** Returns script errors and violated page rules. */
    List<String> complaints() {
        return complaints;
    }

    /** Has an account made and is signed in, which takes a fraction of filling in the form; ends up in the home space. */
    Person register() {
        context.addCookies(List.of(new Cookie("charla_session", charla.register(username, PASSWORD, locale))
                .setDomain("localhost")
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(SameSiteAttribute.LAX)));
        page.navigate("/s/home");
        assertThat(chat("Plaza")).isVisible();
        return this;
    }

    /** Makes the account on the page for it and ends up in the home space. */
    Person registerByForm() {
        page.navigate("/register");
        registerFrom(Pattern.compile(".*/s/home"));
        assertThat(chat("Plaza")).isVisible();
        return this;
    }

    /** Makes the account on the page that asks for it, which then leads on. */
    void registerFrom(Pattern destination) {
        assertThat(page.locator("#field-email")).isVisible(); // the sign-in page has the other fields, too
        page.locator("#field-name").fill(username);
        page.locator("#field-username").fill(username);
        page.locator("#field-password").fill(PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(destination);
    }

    /** Signs in where the page asks for it. */
    void signIn(String password) {
        page.locator("#field-username").fill(username);
        page.locator("#field-password").fill(password);
        page.locator("button[type=submit]").click();
    }

    /** The row of a chat in the list. */
    Locator chat(String title) {
        return page.locator("charla-chat-list .rows a").filter(new Locator.FilterOptions().setHasText(title));
    }

    /** Opens a chat from the list. */
    Person open(String title) {
        chat(title).click();
        assertThat(page.locator(".conversation-head h2")).hasText(title);
        return this;
    }

    /** Begins, or finds again, the private chat with somebody. */
    Person openPrivate(Person other) {
        choose("New private chat");
        page.locator(".contacts input[type=search]").fill(other.username);
        contact(other).click();
        assertThat(page.locator(".conversation-head h2")).hasText(other.username);
        return this;
    }

    /** Makes a group with others. */
    Person openGroup(String name, Person... others) {
        choose("New group");
        page.locator("#field-group-name").fill(name);
        for (Person other : others) {
            page.locator(".contacts input[type=search]").fill(other.username);
            contact(other).click();
            assertThat(page.locator(".chip").filter(new Locator.FilterOptions().setHasText(other.username)))
                    .isVisible();
        }
        button("Create group").click();
        assertThat(page.locator(".conversation-head h2")).hasText(name);
        return this;
    }

    /** The row of somebody in a contact list. */
    private Locator contact(Person other) {
        return page.locator(".contact-rows .person")
                .filter(new Locator.FilterOptions().setHasText("@" + other.username))
                .first();
    }

    /** Makes a space with its usual values and ends up in its first chat. */
    Person createSpace(String name) {
        page.navigate("/spaces/new");
        page.locator("#field-space-name").fill(name);
        button("Create space").dblclick();
        page.waitForURL(Pattern.compile(".*/s/[^/]+/c/.*"));
        assertThat(page.locator(".list-heading h1")).hasText(name);
        return this;
    }

    /** Goes to the settings of the space that is open. */
    void openSpaceSettings() {
        page.navigate("/s/" + slug() + "/settings");
        assertThat(page.locator(".settings h1")).isVisible();
    }

    /** The slug of the space that is open. */
    String slug() {
        return page.url().replaceFirst(".*/s/([^/]+).*", "$1");
    }

    /** Makes an invite on the settings page. */
    String invite() {
        button("Create invite").click();
        Locator link = page.locator("charla-copy-link input");
        assertThat(link).hasValue(Pattern.compile(".*/invite/.+"));
        return link.inputValue().replaceFirst(".*(/invite/)", "$1");
    }

    /** The tile of a space on the rail. */
    Locator tile(String name) {
        return page.locator(".rail .tile[title='" + name + "']");
    }

    /** Chooses an item of the menu that starts a chat. */
    void choose(String item) {
        button("New chat").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item))
                .click();
    }

    /** A button by its name. */
    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Writes and sends: by Enter, which is a new line on a phone; there by the button. */
    void say(String text) {
        Locator box = page.locator("charla-composer textarea");
        box.fill(text);
        if ((Boolean) page.evaluate("matchMedia('(pointer: coarse)').matches")) {
            page.locator("charla-composer .send").tap();
        } else {
            box.press("Enter");
        }
    }

    /** A message in the open conversation. */
    Locator message(String text) {
        return page.locator("charla-message-log :is(.row, .system)")
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Moves the focus to a message by the keys for that: only there single keys are commands. */
    void walkTo(String text) {
        walkTo(message(text).first());
    }

    /** Moves the focus to a row of the open conversation by the keys for that. */
    void walkTo(Locator row) {
        row.waitFor();
        page.locator("charla-message-log .scroller").press("End");
        while (!Boolean.TRUE.equals(row.evaluate("row => row.matches(':focus')"))) {
            page.keyboard().press("ArrowUp");
        }
    }

    /** Waits until a message is there, once. */
    void sees(String text) {
        assertThat(message(text)).hasCount(1);
    }

    /** Goes elsewhere with nothing on its way to the server: a goodbye that overtakes something is not understood. */
    void leaves() {
        page.waitForFunction("() => Object.values(Vaadin.Flow.clients).every(client => !client.isActive?.())");
        page.navigate("about:blank");
    }

    /** Returns the content of the page, for a failed test; a picture of it is in {@code target/screens}. */
    Throwable scene(String test) {
        String place = username + " at " + page.url() + ", complaints " + complaints;
        try {
            String text = page.locator("body").ariaSnapshot(new Locator.AriaSnapshotOptions().setTimeout(5_000));
            var scene = new AssertionError(place + ", who sees:\n" + text);
            takePicture(test, scene);
            return scene;
        } catch (PlaywrightException hanging) {
            return new AssertionError(place, hanging);
        }
    }

    private void takePicture(String test, Throwable scene) {
        try {
            page.screenshot(new Page.ScreenshotOptions()
                    .setTimeout(5_000)
                    .setPath(Path.of("target", "screens", test.replaceAll("\\W+", "-") + username + ".png")));
        } catch (PlaywrightException hanging) {
            scene.addSuppressed(hanging);
        }
    }

    /** Signs out without a word to the server, on no page that could notice and load itself anew amid what comes next. */
    void forgetSession() {
        page.navigate("about:blank");
        context.clearCookies();
    }

    @Override
    public void close() {
        context.close();
        wire.close();
    }
}
