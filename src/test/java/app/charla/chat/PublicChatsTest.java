package app.charla.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Posting;
import app.charla.chat.Chat.Role;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.message.CatchupService;
import app.charla.message.ConversationList;
import app.charla.message.LinkPreviewService;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.PinService;
import app.charla.message.ReactionService;
import app.charla.message.UnreadCounts;
import app.charla.presence.TypingService;
import app.charla.search.SearchHit;
import app.charla.search.SearchOrder;
import app.charla.search.SearchRequest;
import app.charla.search.SearchService;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings.Joining;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What owners do with public chats. Ana made the chat, Bruno is in it, Carla is in the space only, Olga owns the space. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
class PublicChatsTest {

    @Autowired
    private People people;

    @Autowired
    private Spaces spaces;

    @Autowired
    private SpaceMembers spaceMembers;

    @Autowired
    private SpaceService spaceService;

    @Autowired
    private PublicChatService publicChats;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private ChatSettings settings;

    @Autowired
    private TopicService topics;

    @Autowired
    private ConversationList conversations;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private ReactionService reactions;

    @Autowired
    private PinService pins;

    @Autowired
    private LinkPreviewService previews;

    @Autowired
    private TypingService typing;

    @Autowired
    private SearchService search;

    @Autowired
    private UnreadCounts unread;

    @Autowired
    private CatchupService catchup;

    private Actor olga;
    private Actor ana;
    private Actor bruno;
    private Actor carla;
    private ChatId id;

    @BeforeEach
    void setUp() {
        olga = spaces.space(people.person("olga").account(), "Taller", Joining.ANYONE);
        ana = newcomer("ana");
        bruno = newcomer("bruno");
        carla = newcomer("carla");
        id = create(ana, "Huerto", Posting.EVERYBODY);
        chats.join(bruno, id);
    }

    private Actor newcomer(String name) {
        String slug = spaceService.space(olga).slug();
        var account = people.person(name).account();
        spaceMembers.join(account, slug);
        return spaceService.enter(account, slug);
    }

    private ChatId create(Actor actor, String name, Posting posting) {
        return publicChats
                .create(actor, new PublicChatService.Request(name, "Tomates", posting), null)
                .chat()
                .id();
    }

    private Message say(Actor actor, String text) {
        return messages.send(actor, id, new MessageDraft(UUID.randomUUID().toString(), text))
                .message();
    }

    private List<String> listed(Actor actor) {
        return chats.publicChats(actor).stream().map(Chat::name).toList();
    }

    private List<LiveEvent> publicEvents(Actor actor, long since) {
        return catchup.since(actor, since).events().stream()
                .filter(PublicChatChanged.class::isInstance)
                .toList();
    }

    private List<SearchHit> hits(Actor actor) {
        var request = new SearchRequest("clave", null, SearchOrder.NEWEST, null, 10, ZoneOffset.UTC);
        return search.search(actor, request).hits();
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ForbiddenException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void createsAListedChatOwnedByItsCreator() {
        Chat chat = chats.visible(carla, id);

        assertThat(chat.kind()).isEqualTo(Kind.PUBLIC);
        assertThat(chat.topic()).isEqualTo("Tomates");
        assertThat(chat.members()).containsEntry(ana.account(), Role.OWNER).containsEntry(bruno.account(), Role.MEMBER);
        assertThat(listed(carla)).contains("Huerto");
        assertThat(history.latest(carla, id, 10).messages().getFirst().kind()).isEqualTo(Message.Kind.PUBLIC_CREATED);
    }

    @Test
    void repeatsACreationByItsKey() {
        var request = new PublicChatService.Request("Cocina", "", Posting.EVERYBODY);
        ChatId first = publicChats.create(ana, request, "k1").chat().id();

        OpenedChat again = publicChats.create(ana, request, "k1");

        assertThat(again.created()).isFalse();
        assertThat(again.chat().id()).isEqualTo(first);
        assertThatThrownBy(() -> groups.create(ana, "Grupo", List.of(), "k1")).isInstanceOf(ConflictException.class);
    }

    @Test
    void rejectsNamesThatAreTakenOrInvalid() {
        assertThatThrownBy(() -> create(bruno, "HUERTO", Posting.EVERYBODY)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> create(bruno, "  ", Posting.EVERYBODY)).isInstanceOf(InvalidException.class);
        publicChats.archive(ana, id);
        create(bruno, "Huerto", Posting.EVERYBODY);
        assertThatThrownBy(() -> publicChats.unarchive(ana, id)).isInstanceOf(ConflictException.class);
    }

    @Test
    void tellsTheWholeSpaceOfEachChange() {
        long before = catchup.position(carla);

        ChatId other = create(bruno, "Cocina", Posting.EVERYBODY);
        topics.change(ana, id, "Pepinos");
        publicChats.archive(ana, id);
        publicChats.delete(bruno, other);

        assertThat(publicEvents(carla, before)).hasSize(4);
        assertThat(publicEvents(carla, before))
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(PublicChatChanged.class, changed -> {
                    assertThat(changed.chat()).isEqualTo(other);
                    assertThat(changed.state()).isNull();
                }));
    }

    @Test
    void refusesMessagesOfMembersWhereManagersPost() {
        settings.change(ana, id, new ChatSettings.Change(null, null, Posting.MANAGERS, null));
        Message earlier = say(ana, "Solo yo");

        assertRefused(() -> say(bruno, "hola"), "chat.posting");
        assertRefused(() -> say(carla, "hola"), "chat.posting");
        assertThat(chats.visible(carla, id).has(carla.account())).isFalse();
        assertThat(reactions.react(bruno, id, earlier.id(), "👍").reactions()).hasSize(1);
        assertThat(say(olga, "también").text()).isEqualTo("también");
        settings.change(olga, id, new ChatSettings.Change(null, null, Posting.EVERYBODY, null));
        assertThat(say(bruno, "por fin").text()).isEqualTo("por fin");
    }

    @Test
    void refusesEditsOfMembersWhereManagersPost() {
        Message mine = say(bruno, "hola");
        settings.change(ana, id, new ChatSettings.Change(null, null, Posting.MANAGERS, null));

        assertRefused(() -> messages.edit(bruno, id, mine.id(), "anuncio", mine.version()), "chat.posting");
    }

    @Test
    void answersARepeatedSendAfterPostingWasRestricted() {
        var draft = new MessageDraft("c1", "hola");
        Message sent = messages.send(bruno, id, draft).message();
        settings.change(ana, id, new ChatSettings.Change(null, null, Posting.MANAGERS, null));

        assertThat(messages.send(bruno, id, draft).message().id()).isEqualTo(sent.id());
        publicChats.archive(ana, id);
        assertThat(messages.send(bruno, id, draft).message().id()).isEqualTo(sent.id());
    }

    @Test
    void restrictsPostingInGroups() {
        ChatId group = groups.create(ana, "Viaje", List.of(bruno.account()), null)
                .chat()
                .id();

        settings.change(ana, group, new ChatSettings.Change(null, null, Posting.MANAGERS, null));

        assertRefused(() -> messages.send(bruno, group, new MessageDraft("c2", "hola")), "chat.posting");
        assertRefused(
                () -> settings.change(bruno, group, new ChatSettings.Change(null, null, Posting.EVERYBODY, null)),
                "group.manage");
    }

    @Test
    void keepsArchivedChatsReadOnly() {
        Message kept = say(bruno, "palabra clave");
        reactions.react(bruno, id, kept.id(), "👍");
        pins.pin(ana, id, kept.id());
        publicChats.archive(ana, id);

        assertRefused(() -> say(ana, "hola"), "chat.archived");
        assertRefused(() -> say(carla, "hola"), "chat.archived");
        assertRefused(() -> messages.edit(bruno, id, kept.id(), "otra", kept.version()), "chat.archived");
        assertRefused(() -> messages.delete(bruno, id, kept.id()), "chat.archived");
        assertRefused(() -> messages.undoDelete(bruno, id, kept.id()), "chat.archived");
        assertRefused(() -> reactions.react(ana, id, kept.id(), "👍"), "chat.archived");
        assertRefused(() -> reactions.remove(bruno, id, kept.id(), "👍"), "chat.archived");
        assertRefused(() -> pins.pin(ana, id, kept.id()), "chat.archived");
        assertRefused(() -> pins.unpin(ana, id, kept.id()), "chat.archived");
        assertRefused(() -> previews.remove(bruno, id, kept.id()), "chat.archived");
        assertRefused(() -> typing.type(bruno, id), "chat.archived");
        assertRefused(() -> topics.change(ana, id, "otro"), "chat.archived");
        assertRefused(() -> chats.join(carla, id), "chat.archived");
        assertRefused(
                () -> settings.change(ana, id, new ChatSettings.Change("Otro", null, null, null)), "chat.archived");
        assertRefused(() -> publicChats.turnIntoGroup(ana, id), "chat.archived");
    }

    @Test
    void takesArchivedChatsFromTheListsButNotFromSearch() {
        say(bruno, "palabra clave");
        publicChats.archive(ana, id);

        assertThat(listed(carla)).doesNotContain("Huerto");
        assertThat(chats.publicChats(carla, true)).extracting(Chat::name).containsExactly("Huerto");
        assertThat(conversations.conversations(ana))
                .noneMatch(each -> each.chat().id().equals(id));
        assertThat(unread.counts(ana.account())).containsEntry(ana.space(), 0);
        await().untilAsserted(() -> assertThat(hits(carla)).hasSize(1));
        publicChats.unarchive(ana, id);
        assertThat(listed(carla)).contains("Huerto");
        assertThat(say(bruno, "de nuevo").text()).isEqualTo("de nuevo");
        assertThat(unread.counts(ana.account())).containsEntry(ana.space(), 2);
    }

    @Test
    void turnsAChatIntoAGroupOfItsMembers() {
        Message kept = say(bruno, "palabra clave");
        long before = catchup.position(carla);

        publicChats.turnIntoGroup(ana, id);

        Chat group = chats.visible(bruno, id);
        assertThat(group.kind()).isEqualTo(Kind.GROUP);
        assertThat(group.members())
                .containsEntry(ana.account(), Role.OWNER)
                .containsEntry(bruno.account(), Role.MEMBER);
        assertThat(history.message(bruno, id, kept.id()).text()).isEqualTo("palabra clave");
        assertThatThrownBy(() -> chats.visible(carla, id)).isInstanceOf(NotFoundException.class);
        await().untilAsserted(() -> assertThat(hits(bruno)).hasSize(1));
        assertThat(hits(carla)).isEmpty();
        assertThat(publicEvents(carla, before))
                .singleElement()
                .satisfies(
                        event -> assertThat(((PublicChatChanged) event).state()).isNull());
        groups.rename(ana, id, "Cerrado");
        assertThatThrownBy(() -> publicChats.archive(ana, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void makesTheOwnerOfTheSpaceAnOwnerOfTheGroup() {
        publicChats.turnIntoGroup(olga, id);

        assertThat(chats.visible(olga, id).members()).containsEntry(olga.account(), Role.OWNER);
    }

    @Test
    void deletesAChatForEverybody() {
        publicChats.delete(ana, id);

        assertThatThrownBy(() -> chats.visible(bruno, id)).isInstanceOf(NotFoundException.class);
        assertThat(listed(carla)).doesNotContain("Huerto");
    }

    @Test
    void leavesOwnersWorkToOwners() {
        assertRefused(() -> publicChats.archive(bruno, id), "group.own");
        assertRefused(() -> publicChats.unarchive(carla, id), "group.own");
        assertRefused(() -> publicChats.turnIntoGroup(bruno, id), "group.own");
        assertRefused(() -> publicChats.delete(carla, id), "group.own");
        assertRefused(
                () -> settings.change(bruno, id, new ChatSettings.Change("Otro", null, null, null)), "group.manage");
        assertThat(publicChats.archive(olga, id).archived()).isTrue();
    }

    @Test
    void keepsADefaultChatForNewcomers() {
        ChatId onlyDefault = chats.publicChats(olga).getFirst().id();

        assertThatThrownBy(() -> publicChats.archive(olga, onlyDefault)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> publicChats.delete(olga, onlyDefault)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> publicChats.turnIntoGroup(olga, onlyDefault)).isInstanceOf(ConflictException.class);
    }

    @Test
    void renamesAPublicChat() {
        settings.change(ana, id, new ChatSettings.Change("Jardín", "Flores", null, null));

        assertThat(chats.visible(carla, id).name()).isEqualTo("Jardín");
        assertThat(chats.visible(carla, id).topic()).isEqualTo("Flores");
    }
}
