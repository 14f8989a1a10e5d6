package app.charla.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceSettings.Joining;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class InviteServiceTest {

    @Autowired
    private People people;

    @Autowired
    private Spaces made;

    @Autowired
    private SpaceService spaces;

    @Autowired
    private SpaceMembers members;

    @Autowired
    private InviteService inviteService;

    @Autowired
    private InviteRepository repository;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private Clock clock;

    private Actor ana;
    private AccountId bruno;
    private AccountId carla;

    @BeforeEach
    void setUp() {
        ana = made.space(people.person("ana").account(), "Biblioteca", Joining.INVITE);
        bruno = people.person("bruno").account();
        carla = people.person("carla").account();
    }

    private Invite.Issued invite(@Nullable Integer uses, @Nullable ChatId chat) {
        return inviteService.issue(ana, new Invite.Request(null, uses, SpaceRole.MEMBER, chat));
    }

    @Test
    void admitsHoldersAndListsWhoJoined() {
        Invite.Issued issued = invite(null, null);
        Invite.Preview preview = inviteService.preview(bruno, issued.token());
        assertThat(preview.space().name()).isEqualTo("Biblioteca");
        assertThat(preview.inviter()).isEqualTo(ana.account());
        assertThat(preview.members()).isEqualTo(1);
        assertThat(preview.joined()).isFalse();

        Invite.Admission admission = inviteService.accept(bruno, issued.token());
        assertThat(spaces.role(admission.actor())).isEqualTo(SpaceRole.MEMBER);
        assertThat(inviteService.invites(ana)).singleElement().satisfies(invite -> {
            assertThat(invite.uses()).isEqualTo(1);
            assertThat(invite.joined()).containsExactly(bruno);
        });
        assertThat(issued.invite().expiresAt())
                .isEqualTo(issued.invite().createdAt().plus(Duration.ofDays(7)));
    }

    @Test
    void countsRepeatedAcceptanceOnce() {
        Invite.Issued issued = invite(1, null);
        inviteService.accept(bruno, issued.token());
        assertThat(inviteService.accept(bruno, issued.token()).actor().account())
                .isEqualTo(bruno);
        assertThat(inviteService.preview(bruno, issued.token()).joined()).isTrue();
        assertThatThrownBy(() -> inviteService.accept(carla, issued.token())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> inviteService.preview(carla, issued.token())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void admitsAtMostMaxUsesConcurrently() throws Exception {
        Invite.Issued issued = invite(3, null);
        List<AccountId> accounts = IntStream.range(0, 8)
                .mapToObj(number -> people.person("gente").account())
                .toList();
        int admitted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> attempts = accounts.stream()
                    .map(person -> (Callable<Boolean>) () -> {
                        try {
                            inviteService.accept(person, issued.token());
                            return true;
                        } catch (NotFoundException full) {
                            return false;
                        }
                    })
                    .toList();
            for (Future<Boolean> each : threads.invokeAll(attempts)) {
                admitted += each.get() ? 1 : 0;
            }
        }
        assertThat(admitted).isEqualTo(3);
        assertThat(members.members(ana)).hasSize(4);
    }

    @Test
    void rejectsRevokedExpiredAndUnknownTokens() {
        Invite.Issued revoked = invite(null, null);
        inviteService.revoke(ana, revoked.invite().id());
        byte[] hash = {1, 2, 3};
        repository.save(new InviteEntity(
                ana, hash, new Invite.Request(null, null, SpaceRole.MEMBER, null), clock.instant(), clock.instant()));
        assertThatThrownBy(() -> inviteService.accept(bruno, revoked.token())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> inviteService.accept(bruno, "unknown")).isInstanceOf(NotFoundException.class);
        assertThat(repository
                        .findByTokenHash(hash)
                        .orElseThrow()
                        .toInvite(List.of())
                        .isOpen(clock.instant()))
                .isFalse();
    }

    @Test
    void addsNewMemberToTheChatOfTheInvite() {
        ChatId group = groups.create(ana, "Lectores", List.of(), null).chat().id();
        Invite.Admission admission =
                inviteService.accept(bruno, invite(null, group).token());
        assertThat(admission.chat()).isEqualTo(group);
        assertThat(chats.visible(admission.actor(), group).has(bruno)).isTrue();
    }

    @Test
    void requiresManagerToIssueInvites() {
        Actor member = inviteService.accept(bruno, invite(null, null).token()).actor();
        var asMember = new Invite.Request(null, null, SpaceRole.MEMBER, null);
        var asAdmin = new Invite.Request(null, null, SpaceRole.ADMIN, null);
        assertThatThrownBy(() -> inviteService.issue(member, asMember)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> inviteService.invites(member)).isInstanceOf(ForbiddenException.class);
        members.changeRole(ana, bruno, SpaceRole.ADMIN);
        inviteService.issue(member, asMember);
        assertThatThrownBy(() -> inviteService.issue(member, asAdmin)).isInstanceOf(ForbiddenException.class);
        String admin = inviteService.issue(ana, asAdmin).token();
        assertThat(spaces.role(inviteService.accept(carla, admin).actor())).isEqualTo(SpaceRole.ADMIN);
        assertThatThrownBy(() -> inviteService.issue(
                        ana, new Invite.Request(Duration.ofSeconds(1), null, SpaceRole.MEMBER, null)))
                .isInstanceOf(InvalidException.class);
    }
}
