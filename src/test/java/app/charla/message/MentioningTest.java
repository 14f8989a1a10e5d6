package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.ReadMarkers;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MentioningTest extends GroupChatSetup {

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private ChatService chats;

    @Autowired
    private ReadMarkers markers;

    @Autowired
    private MentionService mentions;

    @Autowired
    private ConversationList conversationList;

    private Actor eva;

    @BeforeEach
    void setUp() {
        eva = people.person("eva");
    }

    @Test
    void resolvesMentionsWhenSending() {
        Message sent = say("hola " + name(bruno) + ", y " + name(eva) + " y @nadie.");
        assertThat(sent.mentions()).isEqualTo(new Mentions(List.of(bruno.account()), false));
        assertThat(stored(sent)).isEqualTo(sent);
        groups.add(ana, group.id(), List.of(eva.account()));
        assertThat(stored(sent).mentions().includes(eva.account())).isFalse();
    }

    @Test
    void resolvesTheLongestUsernameBesideOtherScripts() {
        Message sent = say("你好" + name(bruno) + "さん/" + name(eva) + "님");
        assertThat(sent.mentions().people()).containsExactly(bruno.account());
        assertThat(mentions.check(ana, group.id(), name(eva) + "님").outsiders()).containsExactly(profile(eva));
    }

    @Test
    void editsReplaceAndDeletionsClearMentions() {
        Message sent = say("hola " + name(bruno));
        Message edited = messages.edit(ana, group.id(), sent.id(), "hola @all " + name(bruno), sent.version());
        assertThat(edited.mentions()).isEqualTo(new Mentions(List.of(bruno.account()), true));
        assertThat(stored(sent)).isEqualTo(edited);
        Message again = messages.edit(ana, group.id(), sent.id(), "hola", edited.version());
        assertThat(again.mentions()).isEqualTo(Mentions.NONE);
        say("adiós " + name(bruno));
        messages.delete(
                ana,
                group.id(),
                history.latest(ana, group.id(), 1).messages().getFirst().id());
        assertThat(conversationList.conversation(bruno, group.id()).mentions()).isZero();
    }

    @Test
    void countsUnreadMentions() {
        say("hola");
        say("hola " + name(bruno));
        Message all = say("hola @all");
        assertThat(conversationList.conversation(bruno, group.id()).unread()).isEqualTo(3);
        assertThat(conversationList.conversation(bruno, group.id()).mentions()).isEqualTo(2);
        assertThat(conversationList.conversation(ana, group.id()).mentions()).isZero();
        markers.markRead(bruno, group.id(), all.seq());
        assertThat(conversationList.conversation(bruno, group.id()).mentions()).isZero();
    }

    @Test
    void resolvesNonMembersInPublicChats() {
        Chat open = chats.publicChats(ana).getFirst();
        chats.leavePublic(eva, open.id());
        Message sent = messages.send(ana, open.id(), new MessageDraft("p" + eva.account(), "hola " + name(eva)))
                .message();
        assertThat(sent.mentions().people()).containsExactly(eva.account());
    }

    @Test
    void suggestsMembersFirst() {
        assertThat(mentions.suggest(ana, group.id(), "")).containsExactly(new MentionCandidate(profile(bruno), true));
        assertThat(mentions.suggest(ana, group.id(), profile(eva).username()))
                .containsExactly(new MentionCandidate(profile(eva), false));
        assertThatThrownBy(() -> mentions.suggest(eva, group.id(), "")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void asksBeforeMentioningManyPeople() {
        assertThat(mentions.check(ana, group.id(), "@all").everybody()).isZero();
        List<AccountId> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            crowd.add(people.person("gente").account());
        }
        groups.add(ana, group.id(), crowd);
        assertThat(mentions.check(ana, group.id(), "hola @all").everybody()).isEqualTo(21);
        assertThat(mentions.check(ana, group.id(), "hola").everybody()).isZero();
    }

    @Test
    void reportsOutsidersToManagers() {
        String text = "hola " + name(eva) + " y @nadie";
        assertThat(mentions.check(ana, group.id(), text).outsiders()).containsExactly(profile(eva));
        assertThat(mentions.check(bruno, group.id(), text).outsiders()).isEmpty();
        groups.add(ana, group.id(), List.of(eva.account()));
        assertThat(mentions.check(ana, group.id(), text).outsiders()).isEmpty();
    }

    private String name(Actor actor) {
        return "@" + profile(actor).username();
    }

    private Profile profile(Actor actor) {
        return profiles.getById(actor.account());
    }

    private Message stored(Message message) {
        return history.message(bruno, group.id(), message.id());
    }
}
