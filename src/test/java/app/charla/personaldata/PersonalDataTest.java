package app.charla.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.account.AccountService;
import app.charla.account.ExternalIdentity;
import app.charla.account.IdentityService;
import app.charla.account.Preferences.Language;
import app.charla.account.ProfileDirectory;
import app.charla.account.Registration;
import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.NotFoundException;
import app.charla.media.Attachment;
import app.charla.media.UploadRequest;
import app.charla.media.UploadService;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.personaldata.DataExport.State;
import app.charla.personaldata.PendingDeletion.Messages;
import app.charla.profile.Avatars;
import app.charla.profile.ProfileLink.Visibility;
import app.charla.profile.ProfileService;
import app.charla.share.ShareService;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceRole;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings.Joining;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class PersonalDataTest {

    @Autowired
    private People people;

    @Autowired
    private Spaces spaces;

    @Autowired
    private AccountDeletion deletion;

    @Autowired
    private DataExports exports;

    @Autowired
    private AccountService accounts;

    @Autowired
    private ProfileDirectory profileDirectory;

    @Autowired
    private SessionService sessions;

    @Autowired
    private SpaceService register;

    @Autowired
    private SpaceMembers members;

    @Autowired
    private ChatService chats;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private UploadService uploads;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ProfileService profiles;

    @Autowired
    private Avatars avatars;

    @Autowired
    private ShareService shareService;

    @Autowired
    private DataSource directory;

    /** The first account owns the home space and cannot be deleted. */
    @BeforeEach
    void registerHomeSpaceOwner() {
        people.person("founder");
    }

    private UUID signIn(AccountId account) {
        return sessions.open(account, Session.Kind.BROWSER, "test", "")
                .session()
                .id();
    }

    private Message send(Actor actor, Chat chat, String text) {
        return messages.send(
                        actor, chat.id(), new MessageDraft(UUID.randomUUID().toString(), text))
                .message();
    }

    private void deleteAfterGracePeriod() {
        new JdbcTemplate(directory).update("UPDATE account_deletion SET due_at = 0");
        deletion.deleteDue();
    }

    @Test
    void anonymizesMessagesOfDeletedAccount() {
        Actor ana = people.person("ana");
        Actor ben = people.person("ben");
        Chat chat = chats.openPrivate(ana, ben.account()).chat();
        Message sent = send(ana, chat, "still here");

        deletion.request(ana.account(), signIn(ana.account()), Messages.ANONYMISE, "");
        deleteAfterGracePeriod();

        assertThat(history.message(ben, chat.id(), sent.id()).text()).isEqualTo("still here");
        assertThat(profileDirectory.findByIds(List.of(ana.account()))).isEmpty();
        assertThatThrownBy(() -> accounts.account(ana.account())).isInstanceOf(NotFoundException.class);
        assertThat(sessions.sessions(ana.account())).isEmpty();
    }

    @Test
    void removesMessagesOfDeletedAccount() {
        Actor ana = people.person("ana");
        Actor ben = people.person("ben");
        Chat chat = chats.openPrivate(ana, ben.account()).chat();
        Message sent = send(ana, chat, "gone soon");
        Message reply = send(ben, chat, "mine stays");

        deletion.request(ana.account(), signIn(ana.account()), Messages.REMOVE, "");
        deleteAfterGracePeriod();

        assertThat(history.message(ben, chat.id(), sent.id()).deleted()).isTrue();
        assertThat(history.message(ben, chat.id(), sent.id()).text()).isEmpty();
        assertThat(history.message(ben, chat.id(), reply.id()).text()).isEqualTo("mine stays");
    }

    @Test
    void endsSessionsAtOnceAndDeletesAfterGracePeriod() {
        Actor ana = people.person("ana");
        deletion.request(ana.account(), signIn(ana.account()), Messages.REMOVE, "");

        assertThat(sessions.sessions(ana.account())).isEmpty();
        deletion.deleteDue();
        assertThat(accounts.account(ana.account()).id()).isEqualTo(ana.account());

        deletion.cancel(ana.account(), "");
        deleteAfterGracePeriod();
        assertThat(deletion.pending(ana.account())).isEmpty();
        assertThat(accounts.account(ana.account()).id()).isEqualTo(ana.account());
    }

    @Test
    void rejectsDeletionOfLastOwner() {
        Actor ana = people.person("ana");
        Actor ben = people.person("ben");
        Actor owner = spaces.space(ana.account(), "Shared", Joining.ANYONE);
        String slug = register.space(owner).slug();
        members.join(ben.account(), slug);
        UUID session = signIn(ana.account());

        assertThatThrownBy(() -> deletion.request(ana.account(), session, Messages.REMOVE, ""))
                .isInstanceOf(ConflictException.class);

        members.changeRole(owner, ben.account(), SpaceRole.OWNER);
        deletion.request(ana.account(), session, Messages.REMOVE, "");
        deleteAfterGracePeriod();
        assertThat(members.members(new Actor(owner.space(), ben.account()))).hasSize(1);
    }

    @Test
    void deletesSpacesWithoutOtherMembers() {
        Actor ana = people.person("ana");
        Actor onlyOwner = spaces.space(ana.account(), "Alone", Joining.INVITE);
        String slug = register.space(onlyOwner).slug();

        deletion.request(ana.account(), signIn(ana.account()), Messages.ANONYMISE, "");
        deleteAfterGracePeriod();

        assertThatThrownBy(() -> register.space(ana.account(), slug)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void freesTheUsername() {
        Actor ana = people.person("ana");
        String username = accounts.account(ana.account()).username();
        deletion.request(ana.account(), signIn(ana.account()), Messages.ANONYMISE, "");
        deleteAfterGracePeriod();

        assertThat(accounts.register(new Registration(username, null, People.PASSWORD, Language.EN), "test")
                        .id())
                .isNotEqualTo(ana.account());
    }

    @Test
    void exportsOnlyOwnData() throws IOException {
        Actor ana = people.person("ana");
        Actor ben = people.person("ben");
        Chat chat = chats.openPrivate(ana, ben.account()).chat();
        for (int i = 0; i < 250; i++) {
            send(ana, chat, "mine " + i);
        }
        send(ben, chat, "not hers");
        byte[] content = "her notes".getBytes(StandardCharsets.UTF_8);
        Attachment file = uploads.upload(
                ana, UploadRequest.of("notes.txt", content.length, ""), new ByteArrayInputStream(content));
        messages.send(ana, chat.id(), new MessageDraft("with-notes", "", null, List.of(file.id())));
        Actor other = spaces.space(ana.account(), "Second", Joining.INVITE);
        identities.link(ana.account(), new ExternalIdentity("https://id.example", "7", null, false, "anita", null), "");
        profiles.changeAbout(ana.account(), "Plays the trombone.");
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", image);
        avatars.change(ana.account(), image.toByteArray());
        profiles.addLink(ana.account(), "ana.example", Visibility.ME);
        shareService.share(ana, chat.id(), 1, 2, 7);

        assertThat(exports.export(ana.account())).isEmpty();
        assertThat(exports.request(ana.account(), "").state()).isEqualTo(State.RUNNING);
        await().until(() -> exports.export(ana.account()).orElseThrow().state() == State.READY);

        Map<String, String> files = new TreeMap<>();
        try (var zip = new ZipFile(exports.file(ana.account()).toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                files.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes()));
            }
        }
        String slug = register.space(other).slug();
        assertThat(files)
                .containsOnlyKeys(
                        "account.json",
                        "avatar.jpg",
                        "identities.json",
                        "profile.json",
                        "shares.json",
                        "sessions.json",
                        "blocks.json",
                        "security-log.json",
                        "spaces.json",
                        "spaces/home/chats.json",
                        "spaces/home/messages.json",
                        "spaces/home/media/" + file.id() + "/notes.txt",
                        "spaces/" + slug + "/chats.json",
                        "spaces/" + slug + "/messages.json");
        var json = JsonMapper.builder().build();
        assertThat(json.readTree(files.get("spaces/home/messages.json"))).hasSize(251);
        assertThat(files.get("spaces/home/messages.json"))
                .contains("mine 0", "mine 249")
                .doesNotContain("not hers");
        assertThat(files.get("spaces/home/media/" + file.id() + "/notes.txt")).isEqualTo("her notes");
        assertThat(files.get("spaces/home/chats.json")).contains(chat.id().toString());
        assertThat(files.get("account.json"))
                .contains(accounts.account(ana.account()).username());
        assertThat(files.get("identities.json")).contains("https://id.example", "anita", "linkedAt");
        assertThat(files.get("profile.json")).contains("Plays the trombone.", "https://ana.example/", "ME");
        assertThat(json.readTree(files.get("shares.json")).at("/0/lastSeq").asInt())
                .isEqualTo(2);
        assertThat(String.join("", files.values())).doesNotContain("argon2", "passwordHash");
        assertThatThrownBy(() -> exports.file(ben.account())).isInstanceOf(NotFoundException.class);

        exports.discard(ana.account());
        assertThat(exports.export(ana.account())).isEmpty();
    }

    @Test
    void exportsExpire() throws IOException {
        Actor ana = people.person("ana");
        exports.request(ana.account(), "");
        await().until(() -> exports.export(ana.account()).orElseThrow().state() == State.READY);
        var file = exports.file(ana.account());

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThatThrownBy(() -> exports.file(ana.account())).isInstanceOf(NotFoundException.class);
        exports.deleteExpired();
        assertThat(file).doesNotExist();
    }
}
