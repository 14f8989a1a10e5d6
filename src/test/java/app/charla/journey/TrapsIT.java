package app.charla.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettingsService;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must not happen by a single key, a click or a change of place. */
class TrapsIT extends BrowserTest {

    private static Locator box(Person person) {
        return person.page().locator("charla-composer textarea");
    }

    private static Locator count(Person person, String chat) {
        return person.chat(chat).locator(".count");
    }

    /** The title of somebody's private chat in the list of a person. */
    private static Locator title(Person person, Person other) {
        return person.page()
                .locator("charla-chat-list .rows .title")
                .filter(new Locator.FilterOptions().setHasText(other.username()));
    }

    private Actor actor(Person person) {
        var profile = charla().bean(ProfileDirectory.class)
                .getByUsernames(List.of(person.username()))
                .getFirst();
        return charla().bean(SpaceService.class).enterHome(profile.id());
    }

    /** The person in the space whose page is open. */
    private Actor inOpenSpace(Person person) {
        String slug = person.page().url().replaceAll(".*/s/([^/]+)/.*", "$1");
        return charla().bean(SpaceService.class).enter(actor(person).account(), slug);
    }

    @Test
    void escapeReadsTheOpenChatAndWithShiftAllUntilThatIsUndone() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openGroup("Market", bruno).say("Three apples");
        ana.openGroup("Trip", bruno).say("We leave at eight");
        bruno.open("Trip").sees("We leave at eight");
        bruno.walkTo("We leave at eight");
        bruno.page().keyboard().press("u");
        assertThat(count(bruno, "Trip")).containsText("1");
        assertThat(count(bruno, "Market")).containsText("1");

        box(bruno).press("Escape");
        assertThat(count(bruno, "Trip")).hasCount(0);
        assertThat(count(bruno, "Market")).containsText("1");

        box(bruno).press("Shift+Escape");
        assertThat(count(bruno, "Market")).hasCount(0);
        bruno.button("Undo").click();
        assertThat(count(bruno, "Market")).containsText("1");
        assertThat(count(bruno, "Trip")).hasCount(0);
        assertThat(bruno.page().locator(".list-notice p")).hasCount(0);
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void typingAfterAClickOnAMessageIsWriting() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno).say("We leave at eight");
        ana.message("We leave at eight").locator(".bubble").click();

        ana.page().keyboard().press("Delete");
        ana.page().keyboard().type("pesu?");
        assertThat(box(ana)).hasValue("pesu?");
        assertThat(box(ana)).isFocused();
        ana.message("We leave at eight").locator(".bubble").click();
        ana.page().keyboard().type("?r");
        assertThat(box(ana)).hasValue("pesu??r");
        ana.chat(bruno.username()).focus();
        ana.page().keyboard().type("!");
        assertThat(box(ana)).hasValue("pesu??r!");
        assertThat(ana.message("pinned")).hasCount(0);
        assertThat(ana.page().locator("charla-shortcut-help dialog")).isHidden();

        ana.walkTo("We leave at eight");
        ana.page().keyboard().press("p");
        ana.sees("You pinned a message");
        ana.page().keyboard().press("r");
        assertThat(ana.page().locator("charla-composer .about .said")).hasText("We leave at eight");
        assertThat(box(ana)).hasValue("pesu??r!");
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    void aPublicChatThatWasLeftCanBeJoinedAgainAtOnce() {
        Person ana = person("ana").register().createSpace("Divers");
        Actor diver = inOpenSpace(ana);
        ChatService chats = charla().bean(ChatService.class);
        Chat chat = chats.publicChats(diver).getFirst();
        String name = String.valueOf(chat.name());
        assertThat(ana.chat(name)).isVisible();

        chats.leavePublic(diver, chat.id());
        assertThat(ana.chat(name).locator(".preview")).hasText("Anyone can join");
        ana.open(name);
        assertThat(box(ana)).isHidden();
    }

    @Test
    void aPrivateChatIsNotInTheListOfTheOtherBeforeAWordIsSaid() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        bruno.openPrivate(ana);
        bruno.openGroup("Market", ana);
        assertThat(ana.chat("Market")).isVisible();
        assertThat(title(ana, bruno)).hasCount(0);
        assertThat(title(bruno, ana)).isVisible();

        bruno.open(ana.username()).say("Good morning");
        assertThat(title(ana, bruno)).isVisible();
    }

    @Test
    void whoeverWritesManyLinesSeesWhatArrives() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openGroup("Trip", bruno);
        bruno.open("Trip");
        for (int i = 0; i < 25; i++) {
            ana.say("Line " + i);
        }
        bruno.sees("Line 24");
        for (int i = 0; i < 6; i++) {
            box(bruno).pressSequentially("And then");
            box(bruno).press("Shift+Enter");
        }
        ana.say("Are you still there?");
        assertThat(bruno.message("Are you still there?")).isInViewport();
        box(bruno).press("Control+a");
        box(bruno).press("Delete");
        ana.say("Well, good night");
        assertThat(bruno.message("Well, good night")).isInViewport();
    }

    @Test
    void newcomersReadTheWelcomeUntilTheyCloseIt() {
        var settings = charla().bean(SpaceSettingsService.class);
        Person ana = person("ana").register().createSpace("Sailors");
        Actor sailor = inOpenSpace(ana);
        SpaceSettings present = settings.settings(sailor);
        settings.change(
                sailor,
                new SpaceSettingsService.Change(
                        null,
                        null,
                        null,
                        new SpaceSettings(
                                "Ahoy!\nSay who you are.",
                                present.language(),
                                present.joining(),
                                present.retentionDays(),
                                present.previews()),
                        null));
        ana.page().reload();
        Locator card = ana.page().locator("charla-welcome-card");
        assertThat(card).containsText("Say who you are.");
        ana.button("Close the welcome").click();
        assertThat(card).isHidden();
        ana.page().reload();
        assertThat(ana.page().locator(".conversation-head h2")).isVisible();
        assertThat(card).isHidden();
    }

    @Test
    void theOfflineCopyOfAGroupIsRemovedWithItsMembership() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        bruno.openGroup("Market", ana).say("Three apples");
        ana.open("Market").sees("Three apples");
        String chat = ana.page().url().replaceAll(".*/c/", "");
        ana.page().waitForFunction(HAS_COPY, chat);

        charla().bean(GroupService.class).leave(actor(ana), ChatId.parse(chat));
        assertThat(ana.chat("Market")).hasCount(0);
        ana.page().waitForFunction("async chat => !(await (" + HAS_COPY + ")(chat))", chat);
    }

    private static final String HAS_COPY = """
            chat => new Promise(resolve => {
              const opening = indexedDB.open('charla-offline');
              opening.onsuccess = () => {
                const reading = opening.result.transaction('chats').objectStore('chats').getAllKeys();
                reading.onsuccess = () => {
                  opening.result.close();
                  resolve(reading.result.some(key => key.endsWith(chat)));
                };
              };
            })""";

    @Test
    void tablesHeadingsAndSpoilersAreShownAsSuch() {
        Person ana = person("ana").register();
        Person bruno = person("bruno").register();
        ana.openPrivate(bruno)
                .say("# Plan\n\n| who | when |\n|---|--:|\n| Ana | 8 |\n\n~10 of us, he ||dies||\n\n- [x] tent");
        bruno.open(ana.username());
        Locator row = bruno.message("Plan");
        assertThat(row.locator("[role=heading]")).hasText("Plan");
        assertThat(row.locator("td.right")).hasText("8");
        assertThat(row.locator("del")).hasCount(0);
        assertThat(row.locator("li.task")).hasText("☑ tent");
        assertThat(bruno.chat(ana.username())).containsText("he ▒▒▒▒");
        Locator spoiler = row.locator("charla-spoiler");
        assertThat(spoiler.ariaSnapshot()).doesNotContain("dies");
        assertThat(spoiler.boundingBox().height).isLessThan(30);
        spoiler.locator("button").click();
        assertThat(spoiler.locator("button")).hasCount(0);
        assertThat(spoiler.ariaSnapshot()).contains("dies");
        assertThat(bruno.complaints()).isEmpty();
    }

    @Test
    void iconsAreSeenInForcedColours() {
        Person ana = person("ana").register();
        ana.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        Object hidden = ana.page().evaluate("""
                () => [...document.querySelectorAll('.glyph')].filter(icon => icon.checkVisibility()
                  && getComputedStyle(icon).backgroundColor === getComputedStyle(document.body).backgroundColor).length""");
        assertThat(hidden).isEqualTo(0);
    }
}
