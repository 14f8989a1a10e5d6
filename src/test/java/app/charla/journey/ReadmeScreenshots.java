package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.MessageId;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.message.ReactionService;
import app.charla.space.SpaceService;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes the pictures of the README, from seeded data: a wide window and a phone in each language. Not part of the test
 * suite; run by hand after {@code ./charla build}: {@code ./charla test ReadmeScreenshots}.
 */
class ReadmeScreenshots extends BrowserTest {

    private static final Path FOLDER = Path.of("src/docs/screenshots");

    /** Texts of the conversation, beside the names of the people. */
    private record Script(
            String group,
            String question,
            String offer,
            String answer,
            String plan,
            String booked,
            String keys,
            String quote,
            String welcome) {}

    private static final Map<Language, Script> SCRIPTS = Map.of(
            Language.EN,
            new Script(
                    "Summer trip",
                    "Shall we take the train at **9:10**? Few seats are left.",
                    "I can buy the tickets tonight.",
                    "Count me in, and Bruno as well.",
                    "The plan so far:\n\n1. Train to the coast\n2. Boat to the bay\n3. Dinner at Marta’s",
                    "Done: `RX-4471`, six seats by the window.",
                    "Do you have the keys?",
                    "The estimate will follow tomorrow.",
                    "Welcome, everybody!"),
            Language.ES,
            new Script(
                    "Viaje de verano",
                    "¿Cogemos el tren de las **9:10**? Quedan pocas plazas.",
                    "Yo puedo comprar los billetes esta noche.",
                    "Contad conmigo, y con Bruno también.",
                    "El plan, por ahora:\n\n1. Tren hasta la costa\n2. Barco hasta la cala\n3. Cena en casa de Marta",
                    "Hecho: `RX-4471`, seis asientos de ventanilla.",
                    "¿Llevas tú las llaves?",
                    "Mañana te mando el presupuesto.",
                    "¡Bienvenidos!"));

    private final Map<String, Actor> actors = new LinkedHashMap<>();

    @Override
    RunningCharla server() {
        return ownServer(Map.of()); // shows nobody but those of the script
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void takePictures(Language language) {
        Script script = Objects.requireNonNull(SCRIPTS.get(language));
        actors.clear();
        for (String name : List.of("Teo Úbeda", "Ana Torres", "Bruno Ríos", "Marta Alonso", "Emily Clark")) {
            register(name, language);
        }
        ChatId group = seed(script);
        picture(language, "desktop", wide(), group);
        picture(language, "phone", narrow(), group);
    }

    private void register(String name, Language language) {
        AccountService accounts = charla().bean(AccountService.class);
        var id = accounts.register(new Registration(username(name, language), null, Person.PASSWORD, language), "seed")
                .id();
        accounts.rename(id, name);
        actors.put(name, charla().bean(SpaceService.class).enterHome(id));
    }

    private static String username(String name, Language language) {
        return name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT) + "-" + language.tag();
    }

    private Actor actor(String name) {
        return Objects.requireNonNull(actors.get(name));
    }

    private ChatId seed(Script script) {
        ChatService chats = charla().bean(ChatService.class);
        Actor teo = actor("Teo Úbeda");
        Actor ana = actor("Ana Torres");
        say(actor("Emily Clark"), chats.publicChats(teo).getFirst().id(), script.welcome(), null);
        say(
                actor("Marta Alonso"),
                chats.openPrivate(actor("Marta Alonso"), teo.account()).chat().id(),
                script.quote(),
                null);
        say(
                actor("Bruno Ríos"),
                chats.openPrivate(actor("Bruno Ríos"), teo.account()).chat().id(),
                script.keys(),
                null);
        ChatId group = charla().bean(GroupService.class)
                .create(
                        ana,
                        script.group(),
                        actors.values().stream().map(Actor::account).toList(),
                        null)
                .chat()
                .id();
        Message question = say(ana, group, script.question(), null);
        say(ana, group, script.offer(), null);
        say(teo, group, script.answer(), question.id());
        Message plan = say(actor("Emily Clark"), group, script.plan(), null);
        Message booked = say(ana, group, script.booked(), null);
        ReactionService reactions = charla().bean(ReactionService.class);
        reactions.react(teo, group, plan.id(), "❤");
        reactions.react(ana, group, plan.id(), "❤");
        reactions.react(actor("Bruno Ríos"), group, booked.id(), "☀");
        return group;
    }

    private Message say(Actor actor, ChatId chat, String text, @Nullable MessageId replyTo) {
        return charla().bean(MessageService.class)
                .send(actor, chat, new MessageDraft(UUID.randomUUID().toString(), text, replyTo))
                .message();
    }

    private void picture(Language language, String kind, Browser.NewContextOptions options, ChatId chat) {
        try (var context = TestBrowser.get()
                .newContext(options.setLocale(language.tag()).setBaseURL("http://localhost:" + charla().port()))) {
            Page page = context.newPage();
            page.navigate("/login");
            page.locator("#field-username").fill(username("Teo Úbeda", language));
            page.locator("#field-password").fill(Person.PASSWORD);
            page.locator("button[type=submit]").click();
            page.waitForURL("**/s/home");
            page.navigate("/s/home/c/" + chat);
            assertThat(page.locator("charla-message-log .row")).hasCount(5);
            page.evaluate("() => document.fonts.ready");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(kind + "-" + language.tag() + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
    }

    private static Browser.NewContextOptions wide() {
        return new Browser.NewContextOptions().setViewportSize(1280, 760);
    }

    private static Browser.NewContextOptions narrow() {
        return new Browser.NewContextOptions()
                .setViewportSize(390, 760)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true)
                .setColorScheme(ColorScheme.DARK);
    }
}
