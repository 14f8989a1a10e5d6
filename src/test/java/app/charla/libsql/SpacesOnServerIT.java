package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.Preferences.Language;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.SendResult;
import app.charla.space.Space;
import app.charla.space.SpaceArchive;
import app.charla.space.SpaceArchives;
import app.charla.space.SpaceCreation;
import app.charla.space.SpaceDeletion;
import app.charla.space.SpaceRequest;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings;
import app.charla.storage.SpaceFiles;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Spaces as namespaces of a real libSQL server. */
@Tag("once")
@ServiceTest
class SpacesOnServerIT {

    private static final Sqld.Addresses SERVER = Sqld.directory("spaces");

    @Autowired
    private People people;

    @Autowired
    private SpaceCreation creation;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private ChatService chats;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private SpaceFiles files;

    @Autowired
    private SpaceArchives archives;

    @Autowired
    private SpaceDeletion deletion;

    @TempDir
    private Path folder;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry settings) {
        settings.add("charla.storage.db-url", SERVER::directory);
        settings.add("charla.storage.db-admin-url", SERVER::adminUrl);
    }

    @Test
    void createsANamespacePerSpaceWithItsOwnToken() throws Exception {
        Actor ana = space();
        ChatId chat = chats.publicChats(ana).getFirst().id();
        messages.send(ana, chat, new MessageDraft("one", "hello"));
        assertThat(history.latest(ana, chat, 10).messages()).hasSize(1);

        String url = "jdbc:libsql:" + SERVER.url() + "?namespace=space-" + ana.space();
        try (Connection stranger = DriverManager.getConnection(url);
                Statement statement = stranger.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM message"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void exportsASpaceAsOneFile() throws Exception {
        Actor ana = space();
        ChatId chat = chats.publicChats(ana).getFirst().id();
        List<Callable<SendResult>> sending = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            var draft = new MessageDraft("m" + i, "message " + i);
            sending.add(() -> messages.send(ana, chat, draft));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(sending);
        }
        Path file = folder.resolve("space.db");
        files.copy(ana.space(), file);
        files.check(file, Set.of());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*), max(seq), typeof(chat_id) FROM message")) {
            assertThat(rows.getInt(1)).isEqualTo(1_200);
            assertThat(rows.getInt(2)).isEqualTo(1_200);
            assertThat(rows.getString(3)).isEqualTo("blob");
        }
    }

    @Test
    void restoresASpaceThatWasDownloaded() throws Exception {
        Actor ana = space();
        ChatId chat = chats.publicChats(ana).getFirst().id();
        messages.send(ana, chat, new MessageDraft("one", "hello"));
        Space restored;
        try (SpaceArchive archive = archives.download(ana);
                InputStream file = Files.newInputStream(archive.file())) {
            restored = archives.restore(ana.account(), "Otra", "#5b5bd6", file, null)
                    .space();
        }
        Actor there = ready(ana, restored);
        assertThat(history.latest(there, chat, 10).messages())
                .extracting(Message::text)
                .containsExactly("hello");
        messages.send(there, chat, new MessageDraft("two", "again"));
        assertThat(history.latest(ana, chat, 10).messages()).hasSize(1);
    }

    @Test
    void deletesTheNamespaceOfADeletedSpace() throws Exception {
        Actor ana = space();
        Space space = spaces.space(ana);
        deletion.delete(ana.account(), space.slug(), space.name());
        String stats = SERVER.adminUrl() + "/v1/namespaces/space-" + space.id() + "/stats";
        await().until(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(stats)).build(), BodyHandlers.discarding())
                        .statusCode()
                == 404);
    }

    private Actor space() {
        Actor ana = people.person("ana");
        var wish = new SpaceRequest("Familia", "#5b5bd6", SpaceSettings.defaults(Language.EN), List.of());
        Space space = creation.request(ana.account(), wish, null).space();
        return ready(ana, space);
    }

    private Actor ready(Actor owner, Space space) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> spaces.space(owner.account(), space.slug()).isReady());
        return spaces.enter(owner.account(), space.slug());
    }
}
