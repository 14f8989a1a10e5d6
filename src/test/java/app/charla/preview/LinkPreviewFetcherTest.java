package app.charla.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.fetch.LoopbackWeb;
import app.charla.message.CatchupService;
import app.charla.message.ForwardService;
import app.charla.message.LinkPreview;
import app.charla.message.LinkPreviewService;
import app.charla.message.Message;
import app.charla.message.MessageChanged;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.ReactionService;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettings.Joining;
import app.charla.space.SpaceSettingsService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@Import(LoopbackWeb.Fetching.class)
@TestPropertySource(properties = "charla.public-url=http://own.example")
@SuppressWarnings("NullAway.Init")
class LinkPreviewFetcherTest {

    @Autowired
    private LoopbackWeb web;

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private LinkPreviewService previews;

    @Autowired
    private ReactionService reactions;

    @Autowired
    private ForwardService forwards;

    @Autowired
    private Spaces spaces;

    @Autowired
    private SpaceSettingsService settings;

    @Autowired
    private CatchupService catchup;

    private Actor ana;
    private Actor bruno;
    private ChatId chat;

    @BeforeEach
    void twoPeople() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        chat = chats.openPrivate(ana, bruno.account()).chat().id();
    }

    /** No other test asks for it. */
    private static String fresh() {
        return "/" + UUID.randomUUID();
    }

    private Message say(String text) {
        return messages.send(ana, chat, new MessageDraft(UUID.randomUUID().toString(), text))
                .message();
    }

    private @Nullable LinkPreview preview(Message said) {
        return history.message(bruno, said.chat(), said.id()).preview();
    }

    private LinkPreview shown(Message said) {
        await().until(() -> preview(said) != null);
        return java.util.Objects.requireNonNull(preview(said));
    }

    /** What comes later has been looked at: what came before, too. */
    private void lookedAt() {
        for (int i = 0; i < 4; i++) { // as many as are looked at at once
            shown(say(web.page(fresh(), "<title>later</title>")));
        }
    }

    @Test
    void showsWhatThePageSaysOfItself() {
        long before = catchup.position(bruno);
        String link = web.page(fresh(), """
                <title>Plain</title><meta property="og:title" content="  A &amp; B\n">
                <meta property="og:site_name" content="The site">
                <meta name="description" content="What it\u202E is about">""");

        Message said = say("Look: " + link + ".");

        assertThat(said.preview()).isNull();
        assertThat(shown(said)).isEqualTo(new LinkPreview(link, "The site", "A & B", "What it is about"));
        await().untilAsserted(() -> assertThat(catchup.since(bruno, before).events())
                .last()
                .satisfies(event -> assertThat(previewIn(event)).isNotNull()));
        assertThat(history.message(bruno, chat, said.id()).version()).isZero();
        assertThat(history.message(bruno, chat, said.id()).revision()).isPositive();
    }

    private static @Nullable LinkPreview previewIn(LiveEvent event) {
        return event instanceof MessageChanged changed ? changed.message().preview() : null;
    }

    @Test
    void callsASiteByItsHostIfItSaysNothingElse() {
        Message said = say(web.page(fresh(), "<title>" + "x".repeat(500) + "</title>"));

        assertThat(shown(said).site()).isEqualTo("site.example");
        assertThat(shown(said).title()).hasSize(200).endsWith("…");
        assertThat(shown(said).description()).isEmpty();
    }

    @Test
    void asksThePageOnceForAllWhoLinkToIt() {
        String path = fresh();
        String link = web.page(path, "<title>Once</title>");
        ChatId other = groups.create(ana, "Trip", List.of(bruno.account()), null)
                .chat()
                .id();

        Message first = say(link);
        shown(first);
        shown(say("again " + link + "#part"));
        Message forwarded =
                forwards.forward(bruno, chat, first.id(), List.of(other), "f").getFirst();

        assertThat(shown(forwarded).title()).isEqualTo("Once");
        assertThat(web.asked()).containsOnlyOnce(path);
    }

    @Test
    void goesNowhereInside() {
        String path = fresh();
        web.page(path, "<title>Secret</title>");

        List<Message> said = List.of(
                say(web.at("127.0.0.2", path)),
                say(web.at("inside.example", path)),
                say(web.at("2130706434", path)),
                say("http://ana:secret@site.example" + path),
                say(web.at("own.example", path)),
                say("`" + web.at("site.example", path) + "`"),
                say("<" + web.at("site.example", path) + ">"));
        lookedAt();

        assertThat(said).allSatisfy(each -> assertThat(preview(each)).isNull());
        assertThat(web.asked()).doesNotContain(path);
    }

    @Test
    void asksNothingForASpaceThatWantsNone() {
        Actor owner = spaces.space(people.person("olga").account(), "Quiet", Joining.INVITE);
        var present = settings.settings(owner);
        settings.change(
                owner,
                new SpaceSettings(
                        present.welcome(), present.language(), present.joining(), present.retentionDays(), false));
        String path = fresh();
        ChatId notes = chats.openPrivate(owner, owner.account()).chat().id();

        messages.send(owner, notes, new MessageDraft("one", web.page(path, "<title>Here</title>")));
        lookedAt();

        assertThat(settings.settings(owner).previews()).isFalse();
        assertThat(web.asked()).doesNotContain(path);
    }

    @Test
    void anotherLinkShowsAnotherPage() {
        String second = web.page(fresh(), "<title>Second</title>");
        Message said = say("see " + web.page(fresh(), "<title>First</title>"));
        shown(said);

        Message fixed = messages.edit(ana, chat, said.id(), said.text() + " fixed", 0);
        assertThat(fixed.preview()).isNotNull();
        Message edited = messages.edit(ana, chat, said.id(), "see " + second, 1);

        assertThat(edited.preview()).isNull();
        assertThat(shown(said).title()).isEqualTo("Second");
        assertThat(messages.edit(ana, chat, said.id(), "see nothing", 2).preview())
                .isNull();
    }

    @Test
    void goesWithTheWordsAndComesBackWithThem() {
        Message said = say(web.page(fresh(), "<title>Here</title>"));
        LinkPreview before = shown(said);

        assertThat(messages.delete(ana, chat, said.id()).preview()).isNull();
        assertThat(preview(said)).isNull();
        assertThat(messages.undoDelete(ana, chat, said.id()).preview()).isEqualTo(before);
        assertThat(preview(said)).isEqualTo(before);
    }

    @Test
    void isTakenAwayByItsSenderForGood() {
        Message said = say(web.page(fresh(), "<title>Here</title>"));
        shown(said);

        assertThatThrownBy(() -> previews.remove(bruno, chat, said.id())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> previews.remove(people.person("eva"), chat, said.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(previews.remove(ana, chat, said.id()).preview()).isNull();
        assertThat(previews.remove(ana, chat, said.id()).preview()).isNull();
        messages.edit(ana, chat, said.id(), said.text() + " again", 0);
        reactions.react(bruno, chat, said.id(), "👍");
        lookedAt();

        assertThat(preview(said)).isNull();
    }

    @Test
    void holdsNobodyUp() {
        long begun = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            say(web.at("site.example", fresh()));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
}
