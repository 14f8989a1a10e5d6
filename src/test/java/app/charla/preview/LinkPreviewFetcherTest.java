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
import java.util.Objects;
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

    /** Returns a path that no other test uses. */
    private static String uniquePath() {
        return "/" + UUID.randomUUID();
    }

    private Message send(String text) {
        return messages.send(ana, chat, new MessageDraft(UUID.randomUUID().toString(), text))
                .message();
    }

    private @Nullable LinkPreview preview(Message sent) {
        return history.message(bruno, sent.chat(), sent.id()).preview();
    }

    private LinkPreview awaitPreview(Message sent) {
        await().until(() -> preview(sent) != null);
        return Objects.requireNonNull(preview(sent));
    }

    /** Waits until later links are fetched, and so are earlier ones. */
    private void awaitEarlierMessages() {
        for (int i = 0; i < 4; i++) { // one for each worker
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

        Message sent = send("Look: " + link + ".");

        assertThat(sent.preview()).isNull();
        assertThat(awaitPreview(sent)).isEqualTo(new LinkPreview(link, "The site", "A & B", "What it is about"));
        await().untilAsserted(() -> assertThat(catchup.since(bruno, before).events())
                .last()
                .satisfies(event -> assertThat(previewIn(event)).isNotNull()));
        assertThat(history.message(bruno, chat, sent.id()).version()).isZero();
        assertThat(history.message(bruno, chat, sent.id()).revision()).isPositive();
    }

    private static @Nullable LinkPreview previewIn(LiveEvent event) {
        return event instanceof MessageChanged changed ? changed.message().preview() : null;
    }

    @Test
    void usesHostAsSiteNameByDefault() {
        Message sent = send(web.page(uniquePath(), "<title>" + "x".repeat(500) + "</title>"));

        assertThat(awaitPreview(sent).site()).isEqualTo("site.example");
        assertThat(awaitPreview(sent).title()).hasSize(200).endsWith("…");
        assertThat(awaitPreview(sent).description()).isEmpty();
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

        List<Message> sent = List.of(
                send(web.url("127.0.0.2", path)),
                send(web.url("inside.example", path)),
                send(web.url("2130706434", path)),
                send("http://ana:secret@site.example" + path),
                send(web.url("own.example", path)),
                send("`" + web.url("site.example", path) + "`"),
                send("<" + web.url("site.example", path) + ">"));
        awaitEarlierMessages();

        assertThat(sent).allSatisfy(each -> assertThat(preview(each)).isNull());
        assertThat(web.requestedPaths()).doesNotContain(path);
    }

    @Test
    void fetchesNothingWhereSpaceDisablesPreviews() {
        Actor owner = spaces.space(people.person("olga").account(), "Quiet", Joining.INVITE);
        var present = settings.settings(owner);
        var changed = new SpaceSettings(
                present.welcome(), present.language(), present.joining(), present.retentionDays(), false);
        settings.change(owner, new SpaceSettingsService.Change(null, null, null, changed, null));
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
        Message sent = send("see " + web.page(uniquePath(), "<title>First</title>"));
        awaitPreview(sent);

        Message fixed = messages.edit(ana, chat, sent.id(), sent.text() + " fixed", 0);
        assertThat(fixed.preview()).isNotNull();
        Message edited = messages.edit(ana, chat, sent.id(), "see " + second, 1);

        assertThat(edited.preview()).isNull();
        assertThat(awaitPreview(sent).title()).isEqualTo("Second");
        assertThat(messages.edit(ana, chat, sent.id(), "see nothing", 2).preview())
                .isNull();
    }

    @Test
    void removesAndRestoresPreviewWithTheMessage() {
        Message sent = send(web.page(uniquePath(), "<title>Here</title>"));
        LinkPreview before = awaitPreview(sent);

        assertThat(messages.delete(ana, chat, sent.id()).preview()).isNull();
        assertThat(preview(sent)).isNull();
        assertThat(messages.undoDelete(ana, chat, sent.id()).preview()).isEqualTo(before);
        assertThat(preview(sent)).isEqualTo(before);
    }

    @Test
    void letsSenderRemovePreviewPermanently() {
        Message sent = send(web.page(uniquePath(), "<title>Here</title>"));
        awaitPreview(sent);

        assertThatThrownBy(() -> previews.remove(bruno, chat, sent.id())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> previews.remove(people.person("eva"), chat, sent.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(previews.remove(ana, chat, sent.id()).preview()).isNull();
        assertThat(previews.remove(ana, chat, sent.id()).preview()).isNull();
        messages.edit(ana, chat, sent.id(), sent.text() + " again", 0);
        reactions.react(bruno, chat, sent.id(), "👍");
        awaitEarlierMessages();

        assertThat(preview(sent)).isNull();
    }

    @Test
    void doesNotDelaySending() {
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            send(web.url("site.example", uniquePath()));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
