package app.charla.ui.chat.list;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.account.BlockList;
import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.LargeChats;
import app.charla.chat.MarkerWriter;
import app.charla.chat.Membership;
import app.charla.chat.NotificationSetting;
import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.chat.ReadMarkers;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.message.CatchupService;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.ReactionService;
import app.charla.message.UnreadCounts;
import app.charla.message.UnreadTime;
import app.charla.ui.chat.list.UnreadHistoriesTest.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** The actions of random histories, by a person and by two others, in chats of each kind. */
@TestComponent
@SuppressWarnings("NullAway.Init")
class UnreadActions {

    private static final int MAX_RECENT = 8;

    @Autowired
    private ChatService chats;

    @Autowired
    private GroupService groups;

    @Autowired
    private LargeChats largeChats;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private ReactionService reactions;

    @Autowired
    private ReadMarkers markers;

    @Autowired
    private MarkerWriter markerWriter;

    @Autowired
    private BlockList blockList;

    @Autowired
    private ProfileDirectory profiles;

    @Autowired
    private UnreadCounts counts;

    @Autowired
    private CatchupService catchup;

    private Actor ana;
    private List<Actor> others;
    private MovableClock clock;
    private ChatId small;
    private ChatId large;
    private List<ChatId> open;
    private final List<String> story = new ArrayList<>();

    void begin(Actor person, List<Actor> companions, MovableClock movable) {
        ana = person;
        others = companions;
        clock = movable;
    }

    String story() {
        return String.join(", ", story);
    }

    void openChats() {
        story.clear();
        Actor owner = others.getFirst();
        List<AccountId> both = List.of(ana.account(), others.getLast().account());
        if (blockList.hasBlocked(ana.account(), owner.account())) {
            blockList.unblock(ana.account(), owner.account());
        }
        small = groups.create(owner, "small", both, null).chat().id();
        large = groups.create(owner, "large", both, null).chat().id();
        largeChats.enlarge(ana, large);
        ChatId plaza = chats.publicChats(ana).getFirst().id();
        ChatId privately = chats.openPrivate(ana, owner.account()).chat().id();
        open = List.of(small, large, plaza, privately);
    }

    void closeChats() {
        groups.delete(others.getFirst(), small);
        groups.delete(others.getFirst(), large);
    }

    /** What the others do meanwhile. */
    void others(Random random, int count) {
        for (int i = 0; i < count; i++) {
            Actor other = pick(random, others);
            ChatId chat = pick(random, open);
            attempt(() -> byMember(random, other, chat, random.nextInt(11)));
        }
    }

    /** @param alone whether nobody else acts at the same time */
    void act(Random random, boolean alone) {
        ChatId chat = pick(random, open);
        int kind = random.nextInt(29);
        story.add(kind + "@" + open.indexOf(chat));
        attempt(() -> {
            if (kind < 13) {
                byMember(random, pick(random, others), chat, kind);
            } else {
                byReader(random, chat, kind, alone);
            }
        });
    }

    private void byMember(Random random, Actor actor, ChatId chat, int kind) {
        switch (kind) {
            case 0, 1, 2, 3 -> send(actor, chat, text(random));
            case 4, 5 ->
                recent(random, actor, chat)
                        .ifPresent(line -> messages.edit(actor, chat, line.id(), text(random), line.version()));
            case 6, 7 -> recent(random, actor, chat).ifPresent(line -> messages.delete(actor, chat, line.id()));
            case 8, 9 -> undo(random, actor, chat);
            case 10 -> reactTo(random, actor, chat);
            case 11 -> groups.rename(others.getFirst(), small, "small " + random.nextInt(1000));
            default -> comeOrGo(random);
        }
    }

    private void byReader(Random random, ChatId chat, int kind, boolean alone) {
        switch (kind) {
            case 13, 14 -> {
                Message sent = send(ana, chat, text(random));
                assertThat(membership(chat).readSeq())
                        .as("marker after sending")
                        .isEqualTo(sent.seq());
            }
            case 15, 16, 17 -> read(random, chat, alone);
            case 18 -> markers.markAllRead(ana);
            case 19 -> {
                long seq = markers.markUnread(ana, chat, seq(random, chat)).readSeq();
                assertThat(membership(chat).readSeq())
                        .as("marker after marking as unread")
                        .isEqualTo(seq);
            }
            case 20, 21 -> chats.setNotifications(ana, chat, setting(random));
            case 22 -> {
                clock.advance(Duration.ofSeconds(20 + random.nextInt(60)));
                UnreadTime.tick(counts);
            }
            case 23, 24 -> blockOrUnblock(random);
            case 25 -> markerWriter.write(ana.account());
            case 26 -> undo(random, ana, chat);
            case 27 -> hideOrOpen(random);
            default -> joinOrLeave(open.get(2));
        }
    }

    private Message send(Actor actor, ChatId chat, String text) {
        return messages.send(actor, chat, new MessageDraft(UUID.randomUUID().toString(), text))
                .message();
    }

    private String text(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "@" + profiles.getById(ana.account()).username() + " mira";
            case 1 -> "@all mirad";
            default -> "hola " + random.nextInt();
        };
    }

    private Optional<Message> recent(Random random, Actor actor, ChatId chat) {
        List<Message> own = history.latest(actor, chat, MAX_RECENT).messages().stream()
                .filter(line -> line.sender().equals(actor.account()) && line.kind() == Message.Kind.TEXT)
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(pick(random, own));
    }

    private void undo(Random random, Actor actor, ChatId chat) {
        recent(random, actor, chat)
                .filter(Message::deleted)
                .ifPresent(line -> messages.undoDelete(actor, chat, line.id()));
    }

    private void reactTo(Random random, Actor actor, ChatId chat) {
        List<Message> lines = history.latest(actor, chat, MAX_RECENT).messages();
        if (!lines.isEmpty()) {
            reactions.react(actor, chat, pick(random, lines).id(), "👍");
        }
    }

    private void comeOrGo(Random random) {
        Actor owner = others.getFirst();
        ChatId group = random.nextBoolean() ? small : large;
        if (chats.visible(owner, group).has(ana.account())) {
            groups.remove(owner, group, ana.account());
        } else {
            groups.add(owner, group, List.of(ana.account()));
        }
    }

    private void read(Random random, ChatId chat, boolean alone) {
        long before = membership(chat).readSeq();
        long seq = seq(random, chat);
        long read = markers.markRead(ana, chat, seq).readSeq();
        assertThat(membership(chat).readSeq()).as("marker after reading").isEqualTo(read);
        if (alone) {
            assertThat(read).as("marker after reading up to %d", seq).isEqualTo(Math.max(before, seq));
        }
    }

    private long seq(Random random, ChatId chat) {
        List<Message> lines = history.latest(ana, chat, MAX_RECENT).messages();
        return lines.isEmpty() ? 0 : pick(random, lines).seq();
    }

    private NotificationSetting setting(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new NotificationSetting(NotificationLevel.MENTIONS, null);
            case 1 -> new NotificationSetting(NotificationLevel.NOTHING, null);
            case 2, 3 ->
                new NotificationSetting(
                        NotificationLevel.NOTHING, clock.instant().plusSeconds(10 + random.nextInt(60)));
            default -> NotificationSetting.DEFAULT;
        };
    }

    private void blockOrUnblock(Random random) {
        AccountId other = pick(random, others).account();
        if (blockList.hasBlocked(ana.account(), other)) {
            blockList.unblock(ana.account(), other);
        } else {
            blockList.block(ana.account(), other);
        }
    }

    private void hideOrOpen(Random random) {
        if (random.nextBoolean()) {
            chats.hide(ana, open.getLast());
        } else {
            chats.openPrivate(ana, others.getFirst().account());
        }
    }

    private void joinOrLeave(ChatId plaza) {
        if (chats.visible(ana, plaza).has(ana.account())) {
            chats.leavePublic(ana, plaza);
        } else {
            chats.join(ana, plaza);
        }
    }

    private Membership membership(ChatId chat) {
        return chats.membership(ana, chat);
    }

    /** What the rules refuse changes nothing: that, too, is part of a history. */
    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (ForbiddenException | NotFoundException | ConflictException | InvalidException refused) {
            // nothing has happened
        }
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Makes an event for the person, and returns its position: when it has come, all before it have. */
    long lastEvent() {
        ChatId notes = chats.openPrivate(ana, ana.account()).chat().id();
        chats.setNotifications(ana, notes, NotificationSetting.DEFAULT);
        return catchup.position(ana);
    }
}
