package app.charla.ui.chat.list;

import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.message.Catchup;
import app.charla.message.CatchupService;
import app.charla.message.Conversation;
import app.charla.message.UnreadCounts;
import app.charla.realtime.Delivery;
import app.charla.realtime.MessageBroadcaster;
import app.charla.realtime.Subscriber;
import app.charla.realtime.Subscription;
import app.charla.ui.chat.ChatList;
import app.charla.ui.chat.ChatRowMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A tab without its browser: keeps the rows of the chat list as {@code chat-rows.ts} does, from what the real services
 * send for live events, and the number on the rail. Events wait until the tab's thread, the test's, takes them.
 */
final class Device implements Subscriber {

    /** The services of a tab. */
    record Services(
            ChatRowMapper rows,
            ChatListChanges changes,
            UnreadCounts counts,
            CatchupService catchup,
            MessageBroadcaster broadcaster,
            Clock clock) {}

    /** What a row shows at a moment. */
    record Shown(int unread, int mentions, NotificationLevel level, boolean joined) {

        int counted() {
            return switch (level) {
                case ALL -> unread;
                case MENTIONS -> mentions;
                case NOTHING -> 0;
            };
        }
    }

    private final Services services;
    private final Actor actor;
    private final Subscription subscription;
    private Map<String, ChatList.Row> rows = new TreeMap<>();
    private List<LiveEvent> queue = new ArrayList<>();
    private final Set<ChatId> gathered = new HashSet<>();
    private boolean reload;
    private boolean railOutdated = true;
    private boolean connected = true;
    private long cursor;
    private long seen;
    private int rail;

    Device(Services services, Actor actor) {
        this.services = services;
        this.actor = actor;
        subscription = services.broadcaster().subscribe(actor, this);
        cursor = services.catchup().position(actor);
        load();
    }

    private void load() {
        rows = load(services, actor);
    }

    /** Returns the rows as a page that is opened now gets them. */
    static Map<String, ChatList.Row> load(Services services, Actor actor) {
        var loaded = new TreeMap<String, ChatList.Row>();
        services.rows().rows(actor, "home", Locale.ENGLISH).forEach(row -> loaded.put(row.id(), row));
        return loaded;
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }

    @Override
    public synchronized void deliver(Delivery delivery) {
        if (connected) {
            queue.addAll(delivery.events());
        }
        seen = delivery.events().getLast().position();
    }

    @Override
    public synchronized void resync() {
        connected = false;
    }

    /** Returns the position of the last event that was sent to the device. */
    synchronized long seen() {
        return seen;
    }

    synchronized void unreadChanged(SpaceId space) {
        railOutdated |= space.equals(actor.space());
    }

    synchronized void markerGathered(ChatId chat) {
        gathered.add(chat);
    }

    synchronized void blocksChanged() {
        reload = true;
    }

    /** Loses the connection: what is sent from now on does not arrive. */
    synchronized void disconnect() {
        connected = false;
        queue.clear();
    }

    /** Takes what has arrived; a device that was away catches up from the journal. */
    void drain() {
        List<LiveEvent> events;
        List<ChatId> outdated;
        boolean all;
        boolean away;
        boolean count;
        synchronized (this) {
            events = queue;
            queue = new ArrayList<>();
            outdated = List.copyOf(gathered);
            gathered.clear();
            all = reload;
            reload = false;
            away = !connected;
            connected = true;
            count = railOutdated;
            railOutdated = false;
        }
        if (all) {
            load();
        }
        if (away) {
            Catchup missed = services.catchup().since(actor, cursor);
            apply(missed.events());
            cursor = Math.max(cursor, missed.position());
        }
        apply(events);
        show(services.changes().rows(outdated, actor, "home", Locale.ENGLISH));
        if (count) {
            rail = services.counts().counts(actor.account()).getOrDefault(actor.space(), -1);
        }
    }

    private void apply(List<LiveEvent> events) {
        List<LiveEvent> unseen =
                events.stream().filter(event -> event.position() > cursor).toList();
        if (!unseen.isEmpty()) {
            cursor = unseen.getLast().position();
            show(services.changes().after(unseen, actor, "home", Locale.ENGLISH));
        }
    }

    private void show(ChatList.Changes changes) {
        var asked = new HashSet<ChatId>();
        for (ChatList.MessageUpdate update : changes.updates()) {
            ChatList.Row row = rows.get(update.chat());
            if (row == null) {
                asked.add(ChatId.parse(update.chat()));
            } else {
                rows.put(update.chat(), with(row, update));
            }
        }
        changes.dropped().forEach(rows::remove);
        changes.rows().forEach(row -> rows.put(row.id(), row));
        if (!asked.isEmpty()) {
            show(services.changes().rows(asked, actor, "home", Locale.ENGLISH));
        }
    }

    private static ChatList.Row with(ChatList.Row row, ChatList.MessageUpdate update) {
        return new ChatList.Row(
                row.id(),
                row.kind(),
                row.title(),
                row.colourOf(),
                row.address(),
                Math.max(row.seq(), update.seq()),
                row.at(),
                update.unread(),
                update.mentions(),
                row.told(),
                row.mutedUntil(),
                row.joined(),
                row.preview());
    }

    /** Returns what the rows show now. */
    Map<String, Shown> shown() {
        return shown(rows, services.clock());
    }

    static Map<String, Shown> shown(Map<String, ChatList.Row> rows, Clock clock) {
        var shown = new TreeMap<String, Shown>();
        rows.forEach((chat, row) -> {
            boolean over = row.mutedUntil() > 0 && row.mutedUntil() <= clock.millis();
            NotificationLevel level = over ? NotificationLevel.ALL : NotificationLevel.valueOf(row.told());
            shown.put(chat, new Shown(row.unread(), row.mentions(), level, row.joined()));
        });
        return shown;
    }

    /** Returns the number in the page's title, as far as a badge shows it. */
    static int total(Map<String, Shown> shown) {
        return Math.min(shown.values().stream().mapToInt(Shown::counted).sum(), Conversation.MAX_UNREAD);
    }

    /** Returns the number of the space on the rail. */
    int rail() {
        return rail;
    }

    void close() {
        subscription.close();
    }
}
