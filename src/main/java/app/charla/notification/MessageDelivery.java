package app.charla.notification;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.Membership;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.message.Message;
import app.charla.message.MessageHistory;
import app.charla.notification.NotificationRule.Cause;
import app.charla.notification.NotificationRule.Facts;
import app.charla.notification.PushNotification.Content;
import app.charla.notification.PushNotification.Place;
import app.charla.notification.PushRegister.Device;
import app.charla.space.SpaceService;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decides about the people of a message, and hands its notifications to the sender. */
@Component
class MessageDelivery {

    private static final int URGENT_TTL = (int) Duration.ofDays(3).toSeconds();
    private static final int ORDINARY_TTL = (int) Duration.ofDays(1).toSeconds();

    /** How long to wait for room among what is on its way. */
    private static final Duration FULL_PAUSE = Duration.ofMillis(500);

    private final ChatService chats;
    private final AccountService accounts;
    private final SpaceService spaces;
    private final MessageHistory history;
    private final MessageRecipients recipients;
    private final NotificationSettingsService settings;
    private final NotificationContents contents;
    private final PushRegister register;
    private final PushSender sender;

    MessageDelivery(
            ChatService chats,
            AccountService accounts,
            SpaceService spaces,
            MessageHistory history,
            MessageRecipients recipients,
            NotificationSettingsService settings,
            NotificationContents contents,
            PushRegister register,
            PushSender sender) {
        this.chats = chats;
        this.accounts = accounts;
        this.spaces = spaces;
        this.history = history;
        this.recipients = recipients;
        this.settings = settings;
        this.contents = contents;
        this.register = register;
        this.sender = sender;
    }

    /**
     * What is the same for all people of a message.
     *
     * @param informed those who are being told of a newer message of the chat, which counts this one
     */
    private record Told(SpaceId space, Chat chat, Message message, Pending pending, Set<AccountId> informed) {}

    /**
     * Deals with a message as far as that is possible now. Called inside a transaction of the space.
     *
     * @param informed those who are being told of a newer message of the chat; whoever is told now is added
     */
    void deliver(SpaceId space, Message message, Pending pending, Set<AccountId> informed) {
        Chat chat = chats.find(space, message.chat()).orElse(null);
        if (chat == null || message.deleted() || message.kind() != Message.Kind.TEXT) {
            pending.finish();
            return;
        }
        var told = new Told(space, chat, message, pending, informed);
        Set<AccountId> undecided = pending.undecided();
        Map<AccountId, Membership> candidates = candidates(told, undecided == null ? chat.audience() : undecided);
        var waiting = new LinkedHashSet<AccountId>();
        Duration wait = NotificationRule.GATHERED_WAIT;
        for (Map.Entry<AccountId, List<Device>> each :
                devices(candidates.keySet()).entrySet()) {
            Membership member = candidates.get(each.getKey());
            Duration more = member == null ? Duration.ZERO : decide(told, member, each.getValue());
            if (!more.isZero()) {
                waiting.add(each.getKey());
                wait = more.compareTo(wait) < 0 ? more : wait;
            }
        }
        pending.postpone(waiting, wait);
    }

    /** Returns those who have subscribed and may want to hear of it. */
    private Map<AccountId, Membership> candidates(Told told, Set<AccountId> people) {
        Set<AccountId> subscribed = register.subscribed(people);
        subscribed.remove(told.message().sender());
        Map<AccountId, Membership> members =
                chats.memberships(told.space(), told.chat().id(), subscribed);
        members.values().removeIf(member -> !recipients.isCandidate(told.chat(), told.message(), member));
        return members;
    }

    private Map<AccountId, List<Device>> devices(Collection<AccountId> people) {
        return register.of(people).stream()
                .collect(Collectors.groupingBy(
                        device -> device.subscription().account(), LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns the age of the message at which to look at the person again; zero if the person is decided about. */
    private Duration decide(Told told, Membership member, List<Device> devices) {
        try {
            Account person = accounts.account(member.account());
            NotificationSettings chosen = settings.of(person.id());
            Instant quietUntil = recipients.quietUntil(person, chosen);
            Facts facts = recipients.facts(told.chat(), told.message(), member, quietUntil != null);
            return switch (NotificationRule.decide(facts)) {
                case NOTHING -> Duration.ZERO;
                case WAIT -> NotificationRule.wait(facts.active(), facts.gathered());
                case HOLD -> {
                    if (quietUntil != null) {
                        settings.hold(person.id(), quietUntil);
                    }
                    yield Duration.ZERO;
                }
                case TELL -> {
                    if (told.informed().contains(person.id())
                            || send(told, devices, notification(told, member, person, chosen, facts.cause()))) {
                        told.informed().add(person.id());
                        yield Duration.ZERO;
                    }
                    yield facts.age().plus(FULL_PAUSE);
                }
            };
        } catch (NotFoundException gone) {
            return Duration.ZERO;
        }
    }

    private PushNotification notification(
            Told told, Membership member, Account person, NotificationSettings chosen, Cause cause) {
        Chat chat = told.chat();
        Message message = told.message();
        Content content = contents.ofChat(
                chat,
                message,
                history.unread(chat.id(), person.id(), member.readSeq(), message.seq()),
                spaces.space(new Actor(told.space(), person.id())).slug(),
                chosen.privacy(),
                person.preferences().language());
        boolean urgent = cause != Cause.MESSAGE;
        return new PushNotification(
                PushNotification.topic(told.space() + content.tag()),
                urgent,
                urgent ? URGENT_TTL : ORDINARY_TTL,
                PushNotification.payload(content),
                new Place(told.space(), chat.id(), message.seq()));
    }

    /** Returns false if there is no room; some devices may be told twice then, which shows once. */
    private boolean send(Told told, List<Device> devices, PushNotification notification) {
        for (Device device : devices) {
            told.pending().begin();
            if (!sender.send(device, notification, told.pending()::end)) {
                told.pending().end();
                return false;
            }
        }
        return true;
    }
}
