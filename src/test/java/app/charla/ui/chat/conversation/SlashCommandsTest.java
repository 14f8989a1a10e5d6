package app.charla.ui.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.ui.ViewTest;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.conversation.CommandHandler.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init")
class SlashCommandsTest extends ViewTest {

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private SlashCommands commands;

    private Actor ana;
    private Actor bruno;
    private Actor carla;
    private ChatId group;

    @BeforeEach
    void createGroup() {
        ana = signedIn("ana");
        bruno = people.person("bruno");
        carla = people.person("carla");
        group = groups.create(ana, "Trip", List.of(bruno.account()), null)
                .chat()
                .id();
    }

    private Outcome execute(Actor who, ChatId chat, String command, String arguments) {
        var open = new OpenChat(who, "home", chat);
        return commands.in(() -> open).execute(command, arguments);
    }

    private String usernameOf(Actor person) {
        return "@" + profiles.getById(person.account()).username();
    }

    private Chat currentChat() {
        return chats.visible(ana, group);
    }

    @Test
    void invitesByUsername() {
        Outcome outcome = execute(ana, group, "invite", usernameOf(carla) + ", " + usernameOf(bruno));

        assertThat(outcome.done()).isTrue();
        assertThat(outcome.said())
                .contains(usernameOf(carla).substring(1))
                .doesNotContain(usernameOf(bruno).substring(1));
        assertThat(currentChat().has(carla.account())).isTrue();
    }

    @Test
    void invitesNobodyIfAUsernameIsUnknown() {
        assertThat(execute(ana, group, "invite", usernameOf(carla) + " @nobody-at-all")
                        .said())
                .contains("nobody-at-all");

        assertThat(currentChat().has(carla.account())).isFalse();
    }

    @Test
    void explainsRefusedInvitations() {
        ChatId pair = chats.openPrivate(ana, bruno.account()).chat().id();
        ChatId plaza = chats.publicChats(ana).getFirst().id();

        for (Outcome refused : List.of(
                execute(bruno, group, "invite", usernameOf(carla)),
                execute(ana, group, "invite", usernameOf(bruno)),
                execute(ana, group, "invite", " , "),
                execute(ana, pair, "invite", usernameOf(carla)),
                execute(ana, plaza, "invite", usernameOf(carla)),
                execute(carla, group, "invite", usernameOf(carla)))) {
            assertThat(refused.done()).isFalse();
            assertThat(refused.said()).isNotBlank().doesNotContain("command.", "error.");
        }
        assertThat(currentChat().has(carla.account())).isFalse();
    }

    @Test
    void mutesForADuration() {
        assertThat(execute(ana, group, "mute", "8h").done()).isTrue();

        Instant until = Objects.requireNonNull(muting().until());
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofMinutes(475), Duration.ofHours(8));
    }

    @Test
    void mutesAndUnmutes() {
        execute(ana, group, "mute", "");
        assertThat(muting()).isEqualTo(new NotificationSetting(NotificationLevel.NOTHING, null));
        execute(ana, group, "mute", "Menciones");
        assertThat(muting()).isEqualTo(new NotificationSetting(NotificationLevel.MENTIONS, null));
        execute(ana, group, "mute", "off");
        assertThat(muting()).isEqualTo(NotificationSetting.DEFAULT);
    }

    private NotificationSetting muting() {
        return chats.membership(ana, group).notifications();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0h", "-1h", "1y", "forever", "9999d", "999999h", "1h 2h", "h"})
    void rejectsInvalidMuteDurations(String arguments) {
        assertThat(execute(ana, group, "mute", arguments).done()).isFalse();
        assertThat(muting()).isEqualTo(NotificationSetting.DEFAULT);
    }

    @Test
    void showsAndChangesTheTopic() {
        assertThat(execute(ana, group, "topic", "Where to go").done()).isTrue();
        assertThat(currentChat().topic()).isEqualTo("Where to go");
        assertThat(execute(bruno, group, "topic", "").said()).contains("Where to go");
        assertThat(execute(bruno, group, "topic", "Mine").done()).isFalse();
        assertThat(execute(ana, group, "topic", "x".repeat(251)).done()).isFalse();
        assertThat(execute(ana, group, "topic", "-").done()).isTrue();
        assertThat(currentChat().topic()).isEmpty();
    }

    @Test
    void rejectsUnknownCommands() {
        assertThat(execute(ana, group, "delete", "").done()).isFalse();
    }
}
