package app.charla.ui.chat.conversation;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.chat.TopicService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.UnavailableException;
import app.charla.space.SpaceService;
import app.charla.ui.FailureText;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.conversation.CommandHandler.Outcome;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableSupplier;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Executes the slash commands of the composer that send no message. Shared by all tabs; keeps no state.
 *
 * @see <a href="../../../../../../../docs/decisions/032-slash-commands.md">decision 032</a>
 */
@Component
class SlashCommands {

    private static final Set<String> ALL_WORDS = Set.of("off", "no", "all", "todo");
    private static final Set<String> MENTIONS_WORDS = Set.of("mentions", "menciones");
    private static final Set<String> NOTHING_WORDS = Set.of("", "on", "sí", "si");
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5}) ?(m|min|h|d)");
    private static final Duration MAX_DURATION = Duration.ofDays(366);
    private static final String NO_TOPIC = "-";

    private final ChatService chats;
    private final GroupService groups;
    private final TopicService topicService;
    private final ProfileDirectory profiles;
    private final SpaceService spaces;
    private final Clock clock;

    SlashCommands(
            ChatService chats,
            GroupService groups,
            TopicService topicService,
            ProfileDirectory profiles,
            SpaceService spaces,
            Clock clock) {
        this.chats = chats;
        this.groups = groups;
        this.topicService = topicService;
        this.profiles = profiles;
        this.spaces = spaces;
        this.clock = clock;
    }

    /** Returns the handler of commands for the chat that a tab has open. */
    CommandHandler in(SerializableSupplier<OpenChat> open) {
        return (command, arguments) -> execute(open.get(), command, arguments.strip());
    }

    private Outcome execute(OpenChat open, String command, String arguments) {
        try {
            return switch (command) {
                case "invite" -> invite(open, arguments);
                case "mute" -> mute(open, arguments.toLowerCase(Locale.ROOT));
                case "topic" -> changeTopic(open, arguments);
                default -> throw new NotFoundException();
            };
        } catch (InvalidException
                | ForbiddenException
                | ConflictException
                | NotFoundException
                | UnavailableException refused) {
            return new Outcome(false, FailureText.text(refused, UI.getCurrent().getLocale()));
        }
    }

    private Outcome invite(OpenChat open, String arguments) {
        Chat chat = chats.visible(open.actor(), open.chat());
        return switch (chat.kind()) {
            case PUBLIC -> refused("command.invite.public");
            case PRIVATE -> refused("command.invite.private");
            case GROUP -> invite(open, chat, mentioned(arguments));
        };
    }

    private List<Profile> mentioned(String arguments) {
        return profiles.getByUsernames(Arrays.stream(arguments.split("[\\s,;]+"))
                .map(name -> name.startsWith("@") ? name.substring(1) : name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList());
    }

    private Outcome invite(OpenChat open, Chat chat, List<Profile> people) {
        List<AccountId> ids = people.stream().map(Profile::id).toList();
        List<Profile> outside = people.stream()
                .filter(person -> !spaces.isMember(new Actor(open.actor().space(), person.id())))
                .toList();
        if (!outside.isEmpty()) {
            return refused("command.invite.outside", names(outside));
        }
        List<Profile> newcomers =
                people.stream().filter(person -> !chat.has(person.id())).toList();
        if (newcomers.isEmpty()) {
            return refused("command.invite.present");
        }
        groups.add(open.actor(), open.chat(), ids);
        return done("command.invite.done", names(newcomers));
    }

    private static String names(List<Profile> people) {
        return people.stream().map(Profile::name).collect(Collectors.joining(", "));
    }

    private Outcome mute(OpenChat open, String arguments) {
        if (NOTHING_WORDS.contains(arguments)) {
            return mute(open, new NotificationSetting(NotificationLevel.NOTHING, null));
        }
        if (ALL_WORDS.contains(arguments)) {
            return mute(open, NotificationSetting.DEFAULT);
        }
        if (MENTIONS_WORDS.contains(arguments)) {
            return mute(open, new NotificationSetting(NotificationLevel.MENTIONS, null));
        }
        Matcher duration = DURATION.matcher(arguments);
        if (!duration.matches()) {
            return refused("command.mute.words");
        }
        Duration length = duration(Long.parseLong(duration.group(1)), duration.group(2));
        if (length.compareTo(MAX_DURATION) > 0) {
            return refused("command.mute.longest");
        }
        chats.setNotifications(
                open.actor(),
                open.chat(),
                new NotificationSetting(
                        NotificationLevel.NOTHING, clock.instant().plus(length)));
        return done("command.mute.until", arguments);
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofMinutes(count);
        };
    }

    private Outcome mute(OpenChat open, NotificationSetting setting) {
        chats.setNotifications(open.actor(), open.chat(), setting);
        return done("command.mute." + setting.level());
    }

    private Outcome changeTopic(OpenChat open, String arguments) {
        if (arguments.isEmpty()) {
            String current = chats.visible(open.actor(), open.chat()).topic();
            return current.isEmpty() ? done("command.topic.none") : done("command.topic.present", current);
        }
        topicService.change(open.actor(), open.chat(), arguments.equals(NO_TOPIC) ? "" : arguments);
        return done("command.done");
    }

    private static Outcome done(String key, Object... values) {
        return new Outcome(true, text(key, values));
    }

    private static Outcome refused(String key, Object... values) {
        return new Outcome(false, text(key, values));
    }

    private static String text(String key, Object... values) {
        return Objects.requireNonNull(UI.getCurrent()).getTranslation(key, values);
    }
}
