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
    void aGroup() {
        ana = signedIn("ana");
        bruno = people.person("bruno");
        carla = people.person("carla");
        group = groups.create(ana, "Trip", List.of(bruno.account()), null)
                .chat()
                .id();
    }

    private Outcome carryOut(Actor who, ChatId chat, String command, String words) {
        var open = new OpenChat(who, "home", chat);
        return commands.in(() -> open).carryOut(command, words);
    }

    private String at(Actor person) {
        return "@" + profiles.getById(person.account()).username();
    }

    private Chat present() {
        return chats.visible(ana, group);
    }

    @Test
    void invitesByName() {
        Outcome outcome = carryOut(ana, group, "invite", at(carla) + ", " + at(bruno));

        assertThat(outcome.done()).isTrue();
        assertThat(outcome.said())
                .contains(at(carla).substring(1))
                .doesNotContain(at(bruno).substring(1));
        assertThat(present().has(carla.account())).isTrue();
    }

    @Test
    void invitesNobodyWhereOneNameIsUnknown() {
        assertThat(carryOut(ana, group, "invite", at(carla) + " @nobody-at-all").said())
                .contains("nobody-at-all");

        assertThat(present().has(carla.account())).isFalse();
    }

    @Test
    void saysWhyNobodyIsInvited() {
        ChatId pair = chats.openPrivate(ana, bruno.account()).chat().id();
        ChatId plaza = chats.publicChats(ana).getFirst().id();

        for (Outcome refused : List.of(
                carryOut(bruno, group, "invite", at(carla)),
                carryOut(ana, group, "invite", at(bruno)),
                carryOut(ana, group, "invite", " , "),
                carryOut(ana, pair, "invite", at(carla)),
                carryOut(ana, plaza, "invite", at(carla)),
                carryOut(carla, group, "invite", at(carla)))) {
            assertThat(refused.done()).isFalse();
            assertThat(refused.said()).isNotBlank().doesNotContain("command.", "error.");
        }
        assertThat(present().has(carla.account())).isFalse();
    }

    @Test
    void mutesForAWhile() {
        assertThat(carryOut(ana, group, "mute", "8h").done()).isTrue();

        Instant until = Objects.requireNonNull(muting().until());
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofMinutes(475), Duration.ofHours(8));
    }

    @Test
    void mutesAndTellsAgain() {
        carryOut(ana, group, "mute", "");
        assertThat(muting()).isEqualTo(new NotificationSetting(NotificationLevel.NOTHING, null));
        carryOut(ana, group, "mute", "Menciones");
        assertThat(muting()).isEqualTo(new NotificationSetting(NotificationLevel.MENTIONS, null));
        carryOut(ana, group, "mute", "off");
        assertThat(muting()).isEqualTo(NotificationSetting.NONE);
    }

    private NotificationSetting muting() {
        return chats.membership(ana, group).muting();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0h", "-1h", "1y", "forever", "9999d", "999999h", "1h 2h", "h"})
    void mutesOnlyForATimeThatItUnderstands(String words) {
        assertThat(carryOut(ana, group, "mute", words).done()).isFalse();
        assertThat(muting()).isEqualTo(NotificationSetting.NONE);
    }

    @Test
    void saysWhatTheChatIsAbout() {
        assertThat(carryOut(ana, group, "topic", "Where to go").done()).isTrue();
        assertThat(present().topic()).isEqualTo("Where to go");
        assertThat(carryOut(bruno, group, "topic", "").said()).contains("Where to go");
        assertThat(carryOut(bruno, group, "topic", "Mine").done()).isFalse();
        assertThat(carryOut(ana, group, "topic", "x".repeat(251)).done()).isFalse();
        assertThat(carryOut(ana, group, "topic", "-").done()).isTrue();
        assertThat(present().topic()).isEmpty();
    }

    @Test
    void doesNothingElse() {
        assertThat(carryOut(ana, group, "delete", "").done()).isFalse();
    }
}
