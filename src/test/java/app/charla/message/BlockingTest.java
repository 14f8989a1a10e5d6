package app.charla.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.BlockList;
import app.charla.account.Profile;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.ReadMarkers;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two accounts of which one blocked the other: every way to write to each other is refused. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
class BlockingTest {

    @Autowired
    private People people;

    @Autowired
    private BlockList blockList;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private ForwardService forwards;

    @Autowired
    private ReactionService reactions;

    @Autowired
    private PinService pins;

    @Autowired
    private ReadMarkers markers;

    @Autowired
    private ConversationList conversationList;

    @Autowired
    private UnreadCounts counts;

    @Autowired
    private app.charla.account.ProfileDirectory profiles;

    private Actor ana;
    private Actor bruno;
    private ChatId privateChat;
    private Message hello;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        privateChat = chats.openPrivate(ana, bruno.account()).chat().id();
        hello = send(bruno, privateChat, "hola");
    }

    private Message send(Actor actor, ChatId chat, String text) {
        return messages.send(actor, chat, draft(text)).message();
    }

    private static MessageDraft draft(String text) {
        return new MessageDraft(UUID.randomUUID().toString(), text, null);
    }

    @Test
    void preventsAllWaysOfWritingInThePrivateChat() {
        blockList.block(ana.account(), bruno.account());
        for (Actor one : List.of(ana, bruno)) {
            ChatId notebook = chats.openPrivate(one, one.account()).chat().id();
            Message noted = send(one, notebook, "nota");
            assertBlocked(() -> send(one, privateChat, "otra vez"));
            assertBlocked(() -> reactions.react(one, privateChat, hello.id(), "👍"));
            assertBlocked(() -> pins.pin(one, privateChat, hello.id()));
            assertBlocked(() -> forwards.forward(one, notebook, noted.id(), List.of(notebook, privateChat), "f"));
            assertThat(history.latest(one, privateChat, 50).messages()).containsExactly(hello);
            assertThat(history.latest(one, notebook, 50).messages()).containsExactly(noted);
        }
        assertBlocked(() -> messages.edit(bruno, privateChat, hello.id(), "otra cosa", hello.version()));
        messages.delete(bruno, privateChat, hello.id());
    }

    @Test
    void allowsWritingOnceNeitherBlocksTheOther() {
        blockList.block(ana.account(), bruno.account());
        blockList.block(bruno.account(), ana.account());
        blockList.unblock(ana.account(), bruno.account());
        assertBlocked(() -> send(ana, privateChat, "¿estás?"));
        blockList.unblock(bruno.account(), ana.account());
        assertThatCode(() -> send(ana, privateChat, "¿estás?")).doesNotThrowAnyException();
    }

    @Test
    void answersARetryOfAMessageSentBefore() {
        MessageDraft draft = draft("a tiempo");
        Message sent = messages.send(ana, privateChat, draft).message();
        blockList.block(bruno.account(), ana.account());
        assertThat(messages.send(ana, privateChat, draft)).isEqualTo(new SendResult(sent, true));
    }

    @Test
    void opensExistingPrivateChatsOnly() {
        Actor eva = people.person("eva");
        blockList.block(ana.account(), eva.account());
        assertBlocked(() -> chats.openPrivate(ana, eva.account()));
        assertBlocked(() -> chats.openPrivate(eva, ana.account()));
        blockList.block(ana.account(), bruno.account());
        assertThat(chats.openPrivate(bruno, ana.account()).chat().id()).isEqualTo(privateChat);
    }

    @Test
    void preventsAddingEachOtherToGroups() {
        blockList.block(ana.account(), bruno.account());
        for (Actor one : List.of(ana, bruno)) {
            AccountId other = one.equals(ana) ? bruno.account() : ana.account();
            ChatId group = groups.create(one, "Viaje", List.of(), null).chat().id();
            assertThatThrownBy(() -> groups.add(one, group, List.of(other)))
                    .isInstanceOfSatisfying(
                            ForbiddenException.class,
                            no -> assertThat(no.code()).isEqualTo("group.apart"));
            assertThatThrownBy(() -> groups.create(one, "Otro", List.of(other), null))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void hidesReadReceiptsFromEachOther() {
        Actor eva = people.person("eva");
        ChatId group = groups.create(eva, "G", List.of(ana.account(), bruno.account()), null)
                .chat()
                .id();
        blockList.block(ana.account(), bruno.account());
        assertThat(markers.receipts(ana, group))
                .extracting(receipt -> receipt.reader())
                .containsExactly(eva.account());
        assertThat(markers.receipts(bruno, group))
                .extracting(receipt -> receipt.reader())
                .containsExactly(eva.account());
        assertThat(markers.receipts(eva, group)).hasSize(2);
    }

    @Test
    void ignoresMentionsByBlockedAccounts() {
        ChatId group =
                groups.create(bruno, "G", List.of(ana.account()), null).chat().id();
        String name = "@" + profiles.getById(ana.account()).username();
        blockList.block(ana.account(), bruno.account());
        assertThat(send(bruno, group, "oye " + name).mentions()).isEqualTo(Mentions.NONE);
        send(bruno, group, "oye @all");
        assertThat(conversationList.conversation(ana, group).mentions()).isZero();
        assertThat(conversationList.conversation(ana, group).unread()).isZero();
        blockList.unblock(ana.account(), bruno.account());
        assertThat(conversationList.conversation(ana, group).unread()).isEqualTo(2);
        assertThat(conversationList.conversation(ana, group).mentions()).isEqualTo(1);
    }

    @Test
    void ignoresBlockedMentionsInMentionsOnlyChats() {
        ChatId group =
                groups.create(bruno, "G", List.of(ana.account()), null).chat().id();
        markers.markAllRead(ana);
        chats.setNotifications(
                ana, group, new NotificationSetting(NotificationSetting.NotificationLevel.MENTIONS, null));
        send(bruno, group, "oye @all");
        assertThat(counts.counts(ana.account())).containsEntry(ana.space(), 1);
        blockList.block(ana.account(), bruno.account());
        assertThat(counts.counts(ana.account())).containsEntry(ana.space(), 0);
        blockList.unblock(ana.account(), bruno.account());
        assertThat(counts.counts(ana.account())).containsEntry(ana.space(), 1);
    }

    @Test
    void listsBlockedAccountsToTheBlockerOnly() {
        blockList.block(ana.account(), bruno.account());
        blockList.block(ana.account(), bruno.account());
        assertThat(blockList.blockedProfiles(ana.account()))
                .extracting(Profile::id)
                .containsExactly(bruno.account());
        assertThat(blockList.blockedProfiles(bruno.account())).isEmpty();
        assertThat(blockList.hasBlocked(bruno.account(), ana.account())).isFalse();
    }

    @Test
    void rejectsUnknownAccountsAndOneself() {
        assertThatThrownBy(() -> blockList.block(ana.account(), ana.account())).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> blockList.block(ana.account(), new AccountId(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
    }

    private static void assertBlocked(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ForbiddenException.class, no -> assertThat(no.code()).isEqualTo("person.apart"));
    }
}
