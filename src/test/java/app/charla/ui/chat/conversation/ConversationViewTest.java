package app.charla.ui.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.Spaces;
import app.charla.account.BlockList;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings.Joining;
import app.charla.ui.Addresses;
import app.charla.ui.ViewTest;
import app.charla.ui.chat.MessageLog;
import app.charla.ui.chat.MessageLogData;
import app.charla.ui.chat.MessageLogSource;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.FullPage;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init")
class ConversationViewTest extends ViewTest {

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private BlockList blockList;

    @Autowired
    private ConversationPresenter presenter;

    @Autowired
    private Spaces spaces;

    @Autowired
    private SpaceService register;

    @Autowired
    private SpaceMembers members;

    @Test
    void replacesTheComposerInABlockedPrivateChat() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        ChatId chat = chats.openPrivate(ana, bruno.account()).chat().id();
        blockList.block(bruno.account(), ana.account());
        go(chat);
        assertThat($(Composer.class).exists()).isFalse();
        assertThat($(NativeButton.class).withText("Desbloquear").exists()).isFalse();
        blockList.block(ana.account(), bruno.account());
        go(chats.openPrivate(ana, ana.account()).chat().id());
        assertThat($(Composer.class).exists()).isTrue();
        go(chat);
        assertThat($(NativeButton.class).withText("Desbloquear").exists()).isTrue();
        assertThat($(Composer.class).exists()).isFalse();
    }

    @Test
    void titlesAPrivateChatWithTheOtherMember() {
        Actor ana = signedIn("ana");
        Actor bruno = people.person("bruno");
        go(chats.openPrivate(ana, bruno.account()).chat().id());

        assertThat($(H2.class).all())
                .extracting(title -> title.getElement().getTextRecursively())
                .anyMatch(name -> name.startsWith("bruno-"));
        assertThat($(Composer.class).exists()).isTrue();
    }

    @Test
    void hidesAGroupFromNonMembers() {
        Actor bruno = people.person("bruno");
        ChatId group = groups.create(bruno, "Secret", List.of(), null).chat().id();
        signedIn("ana");
        go(group);

        assertThat($(FullPage.class).exists()).isTrue();
        assertThat($(MessageLog.class).exists()).isFalse();
    }

    @Test
    void offersToJoinAPublicChatAgain() {
        Actor ana = signedIn("ana");
        Chat plaza = chats.publicChats(ana).getFirst();
        chats.leavePublic(ana, plaza.id());
        go(plaza.id());
        assertThat($(Composer.class).exists()).isFalse();

        NativeButton join = $(NativeButton.class).withText("Unirse").single();
        test(join).click();

        assertThat(chats.visible(ana, plaza.id()).has(ana.account())).isTrue();
        assertThat($(Composer.class).exists()).isTrue();
    }

    @Test
    void answersTheHeartbeatOfATabWhosePersonHasLeftTheSpace() {
        Actor owner = spaces.space(people.person("ana").account(), "Family", Joining.ANYONE);
        String slug = register.space(owner).slug();
        Actor bruno = members.join(people.person("bruno").account(), slug);
        ChatId square = chats.publicChats(bruno).getFirst().id();
        MessageLogSource log = presenter.in(() -> new OpenChat(bruno, slug, square), () -> {}, window -> {});
        members.leave(bruno);

        assertThat(log.changesSince(7)).isEqualTo(new MessageLogData.Changes(List.of(), List.of(), 7, List.of()));
    }

    private static void go(ChatId chat) {
        UI.getCurrent().navigate(Addresses.chat("home", chat));
    }
}
