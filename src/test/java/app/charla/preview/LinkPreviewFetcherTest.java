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
@Import(LoopbackWeb.FetcherConfiguration.class)
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
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        chat = chats.openPrivate(ana, bruno.account()).chat().id();
    }

    /** No other test asks for it. */
    private static String uniquePath() {
        return "/" + UUID.randomUUID();
    }

    private Message send(String text) {
        return messages.send(ana, chat, new MessageDraft(UUID.randomUUID().toString(), text))
                .message();
    }

    private @Nullable LinkPreview preview(Message said) {
        return history.message(bruno, said.chat(), said.id()).preview();
    }

    private LinkPreview awaitPreview(Message said) {
        await().until(() -> preview(said) != null);
        return java.util.Objects.requireNonNull(preview(said));
    }

    /** What comes later has been looked at: what came before, too. */
    private void awaitEarlierMessages() {
        for (int i = 0; i < 4; i++) { // as many as are looked at at once
            awaitPreview(send(web.page(uniquePath(), "<title>later</title>")));
        }
    }

    @Test
    void showsOpenGraphMetadata() {
        long before = catchup.position(bruno);
        String link = web.page(uniquePath(), """
                <title>Plain</title><meta property="og:title" content="  A &amp; B\n">
                <meta property="og:site_name" content="The site">
                <meta name="description" content="What it\u202E is about">""");

        Message said = send("Look: " + link + ".");

        assertThat(said.preview()).isNull();
        assertThat(awaitPreview(said)).isEqualTo(new LinkPreview(link, "The site", "A & B", "What it is about"));
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
    void usesHostAsSiteNameByDefault() {
        Message said = send(web.page(uniquePath(), "<title>" + "x".repeat(500) + "</title>"));

        assertThat(awaitPreview(said).site()).isEqualTo("site.example");
        assertThat(awaitPreview(said).title()).hasSize(200).endsWith("…");
        assertThat(awaitPreview(said).description()).isEmpty();
    }

    @Test
    void fetchesEachPageOnce() {
        String path = uniquePath();
        String link = web.page(path, "<title>Once</title>");
        ChatId other = groups.create(ana, "Trip", List.of(bruno.account()), null)
                .chat()
                .id();

        Message first = send(link);
        awaitPreview(first);
        awaitPreview(send("again " + link + "#part"));
        Message forwarded =
                forwards.forward(bruno, chat, first.id(), List.of(other), "f").getFirst();

        assertThat(awaitPreview(forwarded).title()).isEqualTo("Once");
        assertThat(web.requestedPaths()).containsOnlyOnce(path);
    }

    @Test
    void fetchesNoPrivateOwnOrQuotedAddresses() {
        String path = uniquePath();
        web.page(path, "<title>Secret</title>");

        List<Message> said = List.of(
                send(web.url("127.0.0.2", path)),
                send(web.url("inside.example", path)),
                send(web.url("2130706434", path)),
                send("http://ana:secret@site.example" + path),
                send(web.url("own.example", path)),
                send("`" + web.url("site.example", path) + "`"),
                send("<" + web.url("site.example", path) + ">"));
        awaitEarlierMessages();

        assertThat(said).allSatisfy(each -> assertThat(preview(each)).isNull());
        assertThat(web.requestedPaths()).doesNotContain(path);
    }

    @Test
    void fetchesNothingWhereSpaceDisablesPreviews() {
        Actor owner = spaces.space(people.person("olga").account(), "Quiet", Joining.INVITE);
        var present = settings.settings(owner);
        settings.change(
                owner,
                new SpaceSettings(
                        present.welcome(), present.language(), present.joining(), present.retentionDays(), false));
        String path = uniquePath();
        ChatId notes = chats.openPrivate(owner, owner.account()).chat().id();

        messages.send(owner, notes, new MessageDraft("one", web.page(path, "<title>Here</title>")));
        awaitEarlierMessages();

        assertThat(settings.settings(owner).previews()).isFalse();
        assertThat(web.requestedPaths()).doesNotContain(path);
    }

    @Test
    void replacesPreviewWhenLinkChanges() {
        String second = web.page(uniquePath(), "<title>Second</title>");
        Message said = send("see " + web.page(uniquePath(), "<title>First</title>"));
        awaitPreview(said);

        Message fixed = messages.edit(ana, chat, said.id(), said.text() + " fixed", 0);
        assertThat(fixed.preview()).isNotNull();
        Message edited = messages.edit(ana, chat, said.id(), "see " + second, 1);

        assertThat(edited.preview()).isNull();
        assertThat(awaitPreview(said).title()).isEqualTo("Second");
        assertThat(messages.edit(ana, chat, said.id(), "see nothing", 2).preview())
                .isNull();
    }

    @Test
    void removesAndRestoresPreviewWithTheMessage() {
        Message said = send(web.page(uniquePath(), "<title>Here</title>"));
        LinkPreview before = awaitPreview(said);

        assertThat(messages.delete(ana, chat, said.id()).preview()).isNull();
        assertThat(preview(said)).isNull();
        assertThat(messages.undoDelete(ana, chat, said.id()).preview()).isEqualTo(before);
        assertThat(preview(said)).isEqualTo(before);
    }

    @Test
    void letsSenderRemovePreviewPermanently() {
        Message said = send(web.page(uniquePath(), "<title>Here</title>"));
        awaitPreview(said);

        assertThatThrownBy(() -> previews.remove(bruno, chat, said.id())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> previews.remove(people.person("eva"), chat, said.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(previews.remove(ana, chat, said.id()).preview()).isNull();
        assertThat(previews.remove(ana, chat, said.id()).preview()).isNull();
        messages.edit(ana, chat, said.id(), said.text() + " again", 0);
        reactions.react(bruno, chat, said.id(), "👍");
        awaitEarlierMessages();

        assertThat(preview(said)).isNull();
    }

    @Test
    void doesNotDelaySending() {
        long begun = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            send(web.url("site.example", uniquePath()));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
}
