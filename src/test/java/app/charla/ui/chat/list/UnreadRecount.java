package app.charla.ui.chat.list;

import app.charla.account.BlockList;
import app.charla.chat.ChatService;
import app.charla.chat.Membership;
import app.charla.chat.NotificationSetting;
import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.Conversation;
import app.charla.message.Message;
import app.charla.message.MessageHistory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** The unread counts as a person would count them: from messages, markers and blocks, one by one. */
@TestComponent
@SuppressWarnings("NullAway.Init")
class UnreadRecount {

    @Autowired
    private ChatService chats;

    @Autowired
    private MessageHistory history;

    @Autowired
    private BlockList blockList;

    /** Counts what each chat of the list should show, message by message. */
    Map<String, Device.Shown> count(Actor actor, Clock clock) {
        Set<AccountId> blocked = blockList.blockedIds(actor.account());
        return chats.memberships(actor).stream()
                .filter(each -> lastSeq(actor, each.chat()) > each.hiddenSeq())
                .collect(Collectors.toMap(
                        each -> each.chat().toString(),
                        each -> count(actor, each, blocked, clock),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private long lastSeq(Actor actor, ChatId chat) {
        List<Message> newest = history.latest(actor, chat, 1).messages();
        return newest.isEmpty() ? 0 : newest.getLast().seq();
    }

    private Device.Shown count(Actor actor, Membership membership, Set<AccountId> blocked, Clock clock) {
        int unread = 0;
        int mentions = 0;
        long seq = membership.readSeq();
        for (boolean more = true; more; ) {
            var page = history.after(actor, membership.chat(), seq, 200);
            for (Message line : page.messages()) {
                boolean counts = line.kind() == Message.Kind.TEXT
                        && !line.deleted()
                        && !line.sender().equals(actor.account())
                        && !blocked.contains(line.sender());
                unread += counts ? 1 : 0;
                mentions += counts && line.mentions().includes(actor.account()) ? 1 : 0;
                seq = line.seq();
            }
            more = page.hasNewer();
        }
        NotificationSetting setting = membership.notifications();
        boolean over = setting.until() != null && !clock.instant().isBefore(setting.until());
        return new Device.Shown(
                Math.min(unread, Conversation.MAX_UNREAD),
                Math.min(mentions, Conversation.MAX_UNREAD),
                over ? NotificationLevel.ALL : setting.level(),
                true);
    }
}
