package app.charla.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.CharlaApplication;
import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.account.AccountService;
import app.charla.account.DormantAccounts;
import app.charla.account.PasswordAuthentication;
import app.charla.account.Preferences.Language;
import app.charla.account.ProfileDirectory;
import app.charla.account.Registration;
import app.charla.account.SignInFailedException;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.ReactionService;
import app.charla.space.SpaceSettings.Joining;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("once")
@ServiceTest
class SpaceArchivesTest {

    @Autowired
    private People people;

    @Autowired
    private Spaces made;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private SpaceMembers members;

    @Autowired
    private SpaceArchives archives;

    @Autowired
    private AccountService accounts;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private ReactionService reactions;

    @TempDir
    private Path folder = Path.of("");

    private Actor ana;
    private Actor bruno;
    private Actor carla;
    private ChatId plaza;
    private ChatId group;
    private ChatId privateChat;

    @BeforeEach
    void setUp() {
        ana = made.space(people.person("ana").account(), "Archivo", Joining.ANYONE);
        String slug = spaces.space(ana).slug();
        bruno = members.join(people.person("bruno").account(), slug);
        carla = members.join(people.person("carla").account(), slug);
        accounts.rename(bruno.account(), "Bruno Díaz");
        members.changeRole(ana, bruno.account(), SpaceRole.ADMIN);
        plaza = chats.publicChats(ana).getFirst().id();
        group = groups.create(bruno, "Fotos", List.of(ana.account(), carla.account()), null)
                .chat()
                .id();
        privateChat = chats.openPrivate(bruno, ana.account()).chat().id();
        for (int line = 0; line < 20; line++) {
            messages.send(
                    List.of(ana, bruno, carla).get(line % 3), plaza, new MessageDraft("p" + line, "plaza " + line));
            messages.send(bruno, group, new MessageDraft("g" + line, "fotos " + line));
            messages.send(line % 2 == 0 ? ana : bruno, privateChat, new MessageDraft("t" + line, "dos " + line));
        }
        Message asked = history.latest(bruno, privateChat, 1).messages().getFirst();
        messages.send(bruno, privateChat, new MessageDraft("answer", "sí", asked.id()));
        reactions.react(bruno, privateChat, asked.id(), "👍");
        reactions.react(
                carla,
                plaza,
                history.latest(carla, plaza, 1).messages().getFirst().id(),
                "❤️");
        members.leave(carla);
    }

    private Path download() throws IOException {
        Path file = folder.resolve("space.db");
        try (SpaceArchive archive = archives.download(ana)) {
            assertThat(archive.size()).isPositive();
            Files.copy(archive.file(), file);
        }
        return file;
    }

    private static Space restore(SpaceArchives archives, AccountId by, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return archives.restore(by, "Otra vez", "#1f9d61", in, null).space();
        }
    }

    /** Returns the messages without their senders, who differ between installations. */
    private static List<String> withoutSenders(MessageHistory history, Actor actor, ChatId chat) {
        return history.latest(actor, chat, 200).messages().stream()
                .map(message -> message.seq() + " " + message.id() + " " + message.kind() + " " + message.clientId()
                        + " " + message.text() + " " + message.sentAt())
                .toList();
    }

    @Test
    void restoresIntoTheSameInstallation() throws IOException {
        Space space = restore(archives, ana.account(), download());
        Actor again = made.ready(ana.account(), space);
        Actor brunoAgain = spaces.enter(bruno.account(), space.slug());

        for (ChatId chat : List.of(plaza, group, privateChat)) {
            assertThat(history.latest(brunoAgain, chat, 200)).isEqualTo(history.latest(bruno, chat, 200));
            assertThat(chats.visible(again, chat)).isEqualTo(chats.visible(ana, chat));
        }
        assertThat(members.members(again))
                .extracting(member -> member.account() + " " + member.role())
                .containsExactlyInAnyOrder(ana.account() + " OWNER", bruno.account() + " ADMIN");
        messages.send(again, plaza, new MessageDraft("new", "sigue"));
        assertThat(history.latest(again, plaza, 1).messages().getFirst().seq())
                .isEqualTo(history.latest(ana, plaza, 1).messages().getFirst().seq() + 1);
    }

    @Test
    void restoresIntoAnotherInstallation() throws IOException {
        Path file = download();
        try (ConfigurableApplicationContext elsewhere = startOtherInstallation()) {
            var there = elsewhere.getBean(AccountService.class);
            var profilesThere = elsewhere.getBean(ProfileDirectory.class);
            String ownName = profiles.getById(ana.account()).username();
            AccountId own = there.register(registration(ownName), "test").id();
            String taken = profiles.getById(carla.account()).username();
            AccountId other = there.register(registration(taken), "test").id();
            Space space = restore(elsewhere.getBean(SpaceArchives.class), own, file);
            var spacesThere = elsewhere.getBean(SpaceService.class);
            await().until(() -> spacesThere.space(own, space.slug()).isReady());
            Actor owner = spacesThere.enter(own, space.slug());

            var chatsThere = elsewhere.getBean(ChatService.class);
            var messagesThere = elsewhere.getBean(MessageService.class);
            var historyThere = elsewhere.getBean(MessageHistory.class);
            for (ChatId chat : List.of(plaza, group, privateChat)) {
                assertThat(withoutSenders(historyThere, owner, chat)).isEqualTo(withoutSenders(history, ana, chat));
            }
            assertThat(elsewhere.getBean(SpaceMembers.class).members(owner))
                    .extracting(
                            member -> profilesThere.getById(member.account()).username() + " " + member.role())
                    .containsExactlyInAnyOrder(
                            ownName + " OWNER",
                            profiles.getById(bruno.account()).username() + " ADMIN");
            AccountId brunoThere = bruno.account(); // that id was free there
            assertThat(profilesThere.getById(brunoThere).name()).isEqualTo("Bruno Díaz");
            assertThat(chatsThere.openPrivate(owner, brunoThere).chat().id()).isEqualTo(privateChat);
            assertThat(chatsThere.visible(owner, group).members())
                    .containsEntry(brunoThere, Chat.Role.OWNER)
                    .containsEntry(own, Chat.Role.MEMBER);
            List<Message> restored = historyThere.latest(owner, plaza, 200).messages();
            assertThat(restored)
                    .extracting(Message::sender)
                    .contains(own, brunoThere)
                    .doesNotContain(other);
            assertThat(restored.stream()
                            .map(message ->
                                    profilesThere.getById(message.sender()).username())
                            .distinct())
                    .contains(taken + "-2");
            assertAccountIsClaimable(elsewhere, owner, brunoThere);
        }
    }

    private void assertAccountIsClaimable(ConfigurableApplicationContext elsewhere, Actor owner, AccountId bruno) {
        String username =
                elsewhere.getBean(ProfileDirectory.class).getById(bruno).username();
        var passwords = elsewhere.getBean(PasswordAuthentication.class);
        assertThatThrownBy(() -> passwords.signIn(username, "", "test")).isInstanceOf(SignInFailedException.class);
        var dormant = elsewhere.getBean(DormantAccounts.class);
        String token = elsewhere.getBean(SpaceMembers.class).claim(owner, bruno);
        assertThat(dormant.preview(token).id()).isEqualTo(bruno);
        assertThatThrownBy(() -> dormant.claim(token, "1234", Language.ES, "test"))
                .isInstanceOf(InvalidException.class);
        dormant.claim(token, People.PASSWORD, Language.ES, "test");
        assertThat(passwords.signIn(username, People.PASSWORD, "test").id()).isEqualTo(bruno);
        assertThatThrownBy(() -> dormant.claim(token, People.PASSWORD, Language.ES, "test"))
                .isInstanceOf(NotFoundException.class);
        assertThat(elsewhere
                        .getBean(SpaceService.class)
                        .enter(
                                bruno,
                                elsewhere
                                        .getBean(SpaceService.class)
                                        .space(owner)
                                        .slug()))
                .isNotNull();
    }

    private static Registration registration(String username) {
        return new Registration(username, null, People.PASSWORD, Language.EN);
    }

    private ConfigurableApplicationContext startOtherInstallation() {
        return new SpringApplicationBuilder(CharlaApplication.class)
                .run("--server.port=0", "--charla.storage.data-dir=" + folder.resolve("elsewhere"));
    }

    @Test
    void downloadsConsistentSnapshotDuringWrites() throws Exception {
        var writing = new AtomicBoolean(true);
        var writer = Thread.ofVirtual().start(() -> {
            for (int line = 0; writing.get(); line++) {
                messages.send(ana, plaza, new MessageDraft("w" + line, "sigue " + line));
            }
        });
        Path file = download();
        writing.set(false);
        writer.join();
        Actor again = made.ready(ana.account(), restore(archives, ana.account(), file));
        List<Message> copy = history.latest(again, plaza, 200).messages();
        for (int i = 1; i < copy.size(); i++) {
            assertThat(copy.get(i).seq()).isEqualTo(copy.get(i - 1).seq() + 1);
        }
    }

    @Test
    void allowsDownloadToOwnersOnly() {
        assertThatThrownBy(() -> archives.download(bruno)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> archives.download(carla)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER evil AFTER INSERT ON message BEGIN DELETE FROM chat; END",
                "CREATE VIEW evil AS SELECT * FROM message",
                "CREATE TABLE evil (x)",
                "CREATE INDEX evil ON message (text)",
                "ALTER TABLE message ADD COLUMN evil TEXT",
                "DROP TABLE settings",
                "DROP TABLE member",
                "DELETE FROM member",
                "UPDATE flyway_schema_history SET version = '999'",
                "DELETE FROM flyway_schema_history",
                "DELETE FROM journal",
                "UPDATE message SET sender_id = 'me'",
                "UPDATE message SET seq = 'x' WHERE seq = 3",
                "UPDATE chat SET pair = 'a:b' WHERE pair IS NOT NULL",
                "UPDATE member SET role = 'GOD'",
                "UPDATE settings SET retention_days = -1",
                "INSERT INTO media (id, uploader_id, content, name, type, size, kind, alt, uploaded_at) VALUES"
                        + " (randomblob(16), randomblob(16), '../../../etc/passwd', 'n', 'text/plain', 1, 'FILE', '', 1)",
                "PRAGMA foreign_keys = OFF; DELETE FROM chat"
            })
    void rejectsTamperedFiles(String change) throws Exception {
        Path file = download();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : change.contains("TRIGGER") ? List.of(change) : List.of(change.split(";"))) {
                statement.execute(sql);
            }
        }
        assertThatThrownBy(() -> restore(archives, ana.account(), file))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        refused -> assertThat(refused.code()).isEqualTo("space.file"));
    }

    @Test
    void rejectsFilesThatAreNoDatabase() throws IOException {
        Path truncated = download();
        byte[] bytes = Files.readAllBytes(truncated);
        Files.write(truncated, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> restore(archives, ana.account(), truncated)).isInstanceOf(InvalidException.class);
        for (String text : List.of("", "hola", "SQLite format 3\0")) {
            var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> archives.restore(ana.account(), "Nada", "#1f9d61", in, null))
                    .isInstanceOf(InvalidException.class);
        }
        assertThat(spaces.spaces(ana.account())).extracting(Space::name).doesNotContain("Nada");
    }

    @Test
    void deletesTemporaryFiles() throws IOException, SQLException {
        made.ready(ana.account(), restore(archives, ana.account(), download()));
        Path workshop;
        try (SpaceArchive archive = archives.download(ana)) {
            workshop = Objects.requireNonNull(archive.file().getParent());
        }
        await().untilAsserted(() -> {
            try (var files = Files.list(workshop)) {
                assertThat(files).isEmpty();
            }
        });
    }
}
