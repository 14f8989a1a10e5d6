package app.charla.message;

import app.charla.account.BlockList;
import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Whom messages name. That is settled when they are sent: who may read the chat then, by their username, and with
 * {@code @all} whoever is in it.
 *
 * @see <a href="../../../../../docs/decisions/024-who-is-named.md">decision 024</a>
 */
@Service
public class MentionService {

    /** More people than these are not called without asking. */
    private static final int CONFIRM_ABOVE = 20;

    private static final int MAX_CANDIDATES = 7;

    private final ChatService chats;
    private final SpaceService spaces;
    private final ProfileDirectory profiles;
    private final BlockList blockList;

    MentionService(ChatService chats, SpaceService spaces, ProfileDirectory profiles, BlockList blockList) {
        this.chats = chats;
        this.spaces = spaces;
        this.profiles = profiles;
        this.blockList = blockList;
    }

    /** Whom a text of the actor names, but for those who blocked them. Asks no database where it names nobody, or members who were seen before. */
    Mentions resolve(Actor actor, Chat chat, String text) {
        MentionedNames said = MentionedNames.parse(text);
        if (said.names().isEmpty()) {
            return said.everybody() ? new Mentions(List.of(), true) : Mentions.NONE;
        }
        Map<String, Profile> members = byName(members(chat));
        Map<String, Profile> others = chat.kind() == Kind.PUBLIC ? outsiders(actor, members, said) : Map.of();
        List<AccountId> people = said.names().stream()
                .flatMap(name -> Stream.ofNullable(members.getOrDefault(name, others.get(name))))
                .map(Profile::id)
                .filter(person -> !blockList.blockedEitherWay(actor.account()).contains(person))
                .toList();
        return new Mentions(people, said.everybody());
    }

    /**
     * Who may be meant by the beginning of a name: first those in the chat, then others of the space.
     *
     * @throws NotFoundException if the actor may not see the chat
     */
    public List<MentionCandidate> suggest(Actor actor, ChatId id, String typed) {
        Chat chat = chats.visible(actor, id);
        String wanted = MentionedNames.normalized(typed);
        var offered = new ArrayList<MentionCandidate>();
        members(chat).stream()
                .filter(person -> !person.id().equals(actor.account()) && matches(person, wanted))
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .limit(MAX_CANDIDATES)
                .forEach(person -> offered.add(new MentionCandidate(person, true)));
        if (chat.kind() != Kind.PRIVATE && !wanted.isEmpty() && offered.size() < MAX_CANDIDATES) {
            profiles.search(actor.account(), typed, MAX_CANDIDATES).stream()
                    .filter(person -> !chat.has(person.id()) && isInSpace(actor, person))
                    .limit(MAX_CANDIDATES - offered.size())
                    .forEach(person -> offered.add(new MentionCandidate(person, false)));
        }
        return List.copyOf(offered);
    }

    private static boolean matches(Profile person, String wanted) {
        String name = MentionedNames.normalized(person.name());
        return MentionedNames.normalized(person.username()).startsWith(wanted)
                || name.startsWith(wanted)
                || name.contains(" " + wanted);
    }

    /**
     * What the actor should know before they send a text.
     *
     * @throws NotFoundException if the actor may not see the chat
     */
    public MentionCheck check(Actor actor, ChatId id, String text) {
        Chat chat = chats.visible(actor, id);
        MentionedNames said = MentionedNames.parse(text);
        int others = chat.members().size() - 1;
        Chat.Role role = chat.members().get(actor.account());
        boolean mayAdd = chat.kind() == Kind.GROUP && role != null && role.mayManage();
        return new MentionCheck(
                said.everybody() && others > CONFIRM_ABOVE ? others : 0,
                mayAdd
                        ? List.copyOf(
                                outsiders(actor, byName(members(chat)), said).values())
                        : List.of());
    }

    /** Who is named but not in the chat, of those who belong to the space. */
    private Map<String, Profile> outsiders(Actor actor, Map<String, Profile> members, MentionedNames said) {
        List<String> unknown =
                said.names().stream().filter(name -> !members.containsKey(name)).toList();
        return unknown.isEmpty()
                ? Map.of()
                : byName(profiles.findByUsernames(unknown).stream()
                        .filter(person -> !members.containsValue(person) && isInSpace(actor, person))
                        .toList());
    }

    private boolean isInSpace(Actor actor, Profile person) {
        return spaces.has(new Actor(actor.space(), person.id()));
    }

    private Collection<Profile> members(Chat chat) {
        return profiles.findByIds(chat.audience()).values();
    }

    private static Map<String, Profile> byName(Collection<Profile> people) {
        return people.stream()
                .collect(Collectors.toMap(
                        person -> MentionedNames.normalized(person.username()),
                        Function.identity(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
