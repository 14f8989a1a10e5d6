package app.charla.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.chat.ReadMarkers;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.message.CatchupService;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.UnreadCounts;
import app.charla.realtime.Delivery;
import app.charla.realtime.MessageBroadcaster;
import app.charla.realtime.Subscriber;
import app.charla.space.SpaceSettings.Joining;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SpaceMembersTest {

    @Autowired
    private People people;

    @Autowired
    private Spaces made;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private SpaceMembers members;

    @Autowired
    private Clock clock;

    @Autowired
    private InviteService inviteService;

    @Autowired
    private DepartureRepository departures;

    @Autowired
    private PendingDepartures pendingDepartures;

    @Autowired
    private ChatService chats;

    @Autowired
    private ReadMarkers markers;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private MessageBroadcaster broadcaster;

    @Autowired
    private CatchupService catchup;

    @Autowired
    private UnreadCounts unread;

    private String slug;
    private Actor ana;
    private Actor bruno;
    private Actor carla;
    private AccountId eva;

    @BeforeEach
    void setUp() {
        ana = made.space(people.person("ana").account(), "Huerto", Joining.ANYONE);
        slug = spaces.space(ana).slug();
        bruno = members.join(people.person("bruno").account(), slug);
        carla = members.join(people.person("carla").account(), slug);
        eva = people.person("eva").account();
    }

    private static final class RecordingSubscriber implements Subscriber {
        private final List<Delivery> delivered = new CopyOnWriteArrayList<>();
        private final AtomicBoolean revoked = new AtomicBoolean();

        @Override
        public void deliver(Delivery delivery) {
            delivered.add(delivery);
        }

        @Override
        public void resync() {
            throw new IllegalStateException("the queue is not expected to overflow");
        }

        @Override
        public void onRevoked() {
            revoked.set(true);
        }
    }

    @Test
    void allowsJoiningOpenSpacesOnly() {
        assertThat(members.members(ana))
                .extracting(SpaceMember::role)
                .containsExactly(SpaceRole.OWNER, SpaceRole.MEMBER, SpaceRole.MEMBER);
        assertThat(chats.publicChats(bruno)).allMatch(chat -> chat.has(bruno.account()));
        Actor closed = made.space(eva, "Cerrado", Joining.INVITE);
        String inviteOnly = spaces.space(closed).slug();
        assertThatThrownBy(() -> members.join(bruno.account(), inviteOnly)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.join(bruno.account(), "nowhere")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void revokesAllAccessOfRemovedMember() {
        Chat plaza = chats.publicChats(ana).getFirst();
        ChatId group = groups.create(ana, "Riego", List.of(bruno.account(), carla.account()), null)
                .chat()
                .id();
        ChatId privateChat = chats.openPrivate(ana, bruno.account()).chat().id();
        var tab = new RecordingSubscriber();
        broadcaster.subscribe(bruno, tab);

        members.remove(ana, bruno.account());
        messages.send(ana, plaza.id(), new MessageDraft("1", "sin Bruno"));

        await().untilTrue(tab.revoked);
        assertThatThrownBy(() -> spaces.enter(bruno.account(), slug)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> spaces.space(bruno.account(), slug)).isInstanceOf(NotFoundException.class);
        for (ChatId chat : List.of(plaza.id(), group, privateChat)) {
            assertThatThrownBy(() -> chats.visible(bruno, chat)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> history.latest(bruno, chat, 10)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> messages.send(bruno, chat, new MessageDraft("2", "hola")))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> chats.publicChats(bruno)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> chats.memberships(bruno)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> chats.openPrivate(ana, bruno.account())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> groups.create(bruno, "x", List.of(), null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.members(bruno)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> catchup.position(bruno)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> catchup.since(bruno, 0)).isInstanceOf(NotFoundException.class);
        assertThat(spaces.spaces(bruno.account())).extracting(Space::slug).doesNotContain(slug);
        assertThat(unread.counts(bruno.account())).doesNotContainKey(ana.space());
        assertThat(chats.visible(ana, plaza.id()).audience()).doesNotContain(bruno.account());
        assertThat(chats.visible(ana, group).audience()).doesNotContain(bruno.account());
        assertThat(tab.delivered).noneMatch(delivery -> delivery.toString().contains("sin Bruno"));
        assertThat(departures.findAll()).isEmpty();
    }

    @Test
    void readmitsRemovedMemberOnlyByNewerInvite() {
        var request = new Invite.Request(null, null, SpaceRole.MEMBER, null);
        String before = inviteService.issue(ana, request).token();
        members.remove(ana, bruno.account());
        assertThatThrownBy(() -> members.join(bruno.account(), slug)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> inviteService.preview(bruno.account(), before)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> inviteService.accept(bruno.account(), before)).isInstanceOf(NotFoundException.class);
        Instant removed = clock.instant();
        await().until(() -> clock.instant().isAfter(removed));
        inviteService.accept(bruno.account(), inviteService.issue(ana, request).token());
        assertThat(spaces.enter(bruno.account(), slug)).isEqualTo(bruno);
    }

    @Test
    void keepsPrivateChatsOfReturningMember() {
        ChatId privateChat = chats.openPrivate(ana, bruno.account()).chat().id();
        messages.send(bruno, privateChat, new MessageDraft("1", "hola"));
        members.leave(bruno);
        members.join(bruno.account(), slug);
        assertThat(chats.openPrivate(bruno, ana.account()).chat().id()).isEqualTo(privateChat);
        assertThat(history.latest(bruno, privateChat, 10).messages()).hasSize(1);
    }

    @Test
    void transfersGroupsOfDepartedOwnerToOldestMember() {
        ChatId group = groups.create(bruno, "Riego", List.of(ana.account(), carla.account()), null)
                .chat()
                .id();
        members.leave(bruno);
        assertThat(chats.visible(carla, group).members())
                .containsValue(Chat.Role.OWNER)
                .hasSize(2);
        ChatId alone = groups.create(carla, "Sola", List.of(), null).chat().id();
        members.leave(carla);
        assertThatThrownBy(() -> chats.visible(ana, alone)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void finishesInterruptedDepartureAfterCrash() {
        Chat plaza = chats.publicChats(ana).getFirst();
        pendingDepartures.begin(bruno);
        pendingDepartures.finishAll();
        assertThat(chats.visible(ana, plaza.id()).audience()).doesNotContain(bruno.account());
        assertThat(departures.findAll()).isEmpty();
    }

    @Test
    void rejectsDepartureOfLastOwner() {
        assertThatThrownBy(() -> members.leave(ana)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> members.changeRole(ana, ana.account(), SpaceRole.ADMIN))
                .isInstanceOf(ConflictException.class);
        members.transfer(ana, bruno.account());
        assertThat(spaces.role(ana)).isEqualTo(SpaceRole.ADMIN);
        assertThat(spaces.role(bruno)).isEqualTo(SpaceRole.OWNER);
        members.leave(ana);
        assertThatThrownBy(() -> members.leave(bruno)).isInstanceOf(ConflictException.class);
    }

    @Test
    void enforcesRolePermissions() {
        assertThatThrownBy(() -> members.remove(bruno, carla.account())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> members.changeRole(bruno, carla.account(), SpaceRole.ADMIN))
                .isInstanceOf(ForbiddenException.class);
        members.changeRole(ana, bruno.account(), SpaceRole.ADMIN);
        assertThatThrownBy(() -> members.remove(bruno, ana.account())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> members.remove(bruno, bruno.account())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> members.changeRole(bruno, carla.account(), SpaceRole.ADMIN))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> members.remove(bruno, eva)).isInstanceOf(NotFoundException.class);
        members.remove(bruno, carla.account());
        assertThat(members.members(ana)).hasSize(2);
    }

    @Test
    void showsJoinableSpacesToNonMembers() {
        Space garden = spaces.space(ana);
        assertThat(members.joinable(eva, garden.slug())).isEqualTo(garden);
        assertThatThrownBy(() -> members.joinable(bruno.account(), garden.slug()))
                .as("a member")
                .isInstanceOf(NotFoundException.class);
        Space closed = spaces.space(made.space(ana.account(), "Cerrado", Joining.INVITE));
        assertThatThrownBy(() -> members.joinable(eva, closed.slug())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.joinable(eva, "nowhere")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void rejectsLeavingTheHomeSpace() {
        Actor home = spaces.enterHome(eva);
        assertThatThrownBy(() -> members.leave(home)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void countsUnreadMessagesPerSpace() {
        Chat plaza = chats.publicChats(ana).getFirst();
        expectUnread(0);
        messages.send(ana, plaza.id(), new MessageDraft("1", "uno"));
        messages.send(ana, plaza.id(), new MessageDraft("2", "dos"));
        expectUnread(2);
        markers.markRead(bruno, plaza.id(), 1);
        expectUnread(1);
        messages.send(bruno, plaza.id(), new MessageDraft("3", "mío"));
        expectUnread(0);
        chats.setNotifications(bruno, plaza.id(), new NotificationSetting(NotificationLevel.NOTHING, null));
        messages.send(ana, plaza.id(), new MessageDraft("4", "cuatro"));
        expectUnread(0);
        chats.setNotifications(bruno, plaza.id(), new NotificationSetting(NotificationLevel.MENTIONS, null));
        expectUnread(0);
        messages.send(ana, plaza.id(), new MessageDraft("5", "@all cinco"));
        expectUnread(1);
        chats.setNotifications(
                bruno, plaza.id(), new NotificationSetting(NotificationLevel.NOTHING, Instant.EPOCH.plusMillis(10)));
        expectUnread(2);
    }

    /** Waits, because counts are updated after the acknowledgement. */
    private void expectUnread(int count) {
        await().untilAsserted(() -> assertThat(unread.counts(bruno.account())).containsEntry(ana.space(), count));
    }
}
