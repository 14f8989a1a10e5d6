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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Resolves mentions when a message is sent: {@code @username} to accounts that may read the chat then, {@code @all} to
 * all of its members.
 *
 * @see <a href="../../../../../docs/decisions/024-mentions.md">decision 024</a>
 */
@Service
public class MentionService {

    /** Mentioning more people than this needs a confirmation. */
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

    /**
     * Resolves the mentions of the actor's text, without accounts that are blocked either way. Needs no database where
     * the text has no mentions, or only members whose profiles are cached.
     */
    Mentions resolve(Actor actor, Chat chat, String text) {
        MentionedNames mentioned = MentionedNames.parse(text);
        if (mentioned.isEmpty()) {
            return Mentions.NONE;
        }
        Map<String, Profile> known = byName(members(chat));
        if (chat.kind() == Kind.PUBLIC) {
            known.putAll(outsiders(actor, known, mentioned));
        }
        Set<String> names = mentioned.resolve(known::containsKey);
        List<AccountId> people = names.stream()
                .flatMap(name -> Stream.ofNullable(known.get(name)))
                .map(Profile::id)
                .distinct()
                .filter(person -> !blockList.blockedEitherWay(actor.account()).contains(person))
                .toList();
        return new Mentions(people, names.stream().anyMatch(MentionedName::isEverybody));
    }

    /**
     * Suggests people by the beginning of a name: first members of the chat, then others of the space.
     *
     * @throws NotFoundException if the actor may not see the chat
     */
    public List<MentionCandidate> suggest(Actor actor, ChatId id, String typed) {
        Chat chat = chats.visible(actor, id);
        String prefix = MentionedNames.normalized(typed);
        var candidates = new ArrayList<MentionCandidate>();
        members(chat).stream()
                .filter(person -> !person.id().equals(actor.account()) && matches(person, prefix))
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .limit(MAX_CANDIDATES)
                .forEach(person -> candidates.add(new MentionCandidate(person, true)));
        if (chat.kind() != Kind.PRIVATE && !prefix.isEmpty() && candidates.size() < MAX_CANDIDATES) {
            profiles.search(actor.account(), typed, MAX_CANDIDATES).stream()
                    .filter(person -> !chat.has(person.id()) && isInSpace(actor, person))
                    .limit(MAX_CANDIDATES - candidates.size())
                    .forEach(person -> candidates.add(new MentionCandidate(person, false)));
        }
        return List.copyOf(candidates);
    }

    private static boolean matches(Profile person, String prefix) {
        String name = MentionedNames.normalized(person.name());
        return MentionedNames.normalized(person.username()).startsWith(prefix)
                || name.startsWith(prefix)
                || name.contains(" " + prefix);
    }

    /**
     * Checks what the actor should confirm before sending a text.
     *
     * @throws NotFoundException if the actor may not see the chat
     */
    public MentionCheck check(Actor actor, ChatId id, String text) {
        Chat chat = chats.visible(actor, id);
        MentionedNames mentioned = MentionedNames.parse(text);
        int others = chat.members().size() - 1;
        Chat.Role role = chat.members().get(actor.account());
        boolean mayAdd = chat.kind() == Kind.GROUP && role != null && role.mayManage();
        Map<String, Profile> members = byName(members(chat));
        Map<String, Profile> outsiders = mayAdd ? outsiders(actor, members, mentioned) : Map.of();
        Set<String> names = mentioned.resolve(name -> members.containsKey(name) || outsiders.containsKey(name));
        boolean everybody = names.stream().anyMatch(MentionedName::isEverybody);
        return new MentionCheck(
                everybody && others > CONFIRM_ABOVE ? others : 0,
                names.stream()
                        .flatMap(name -> Stream.ofNullable(outsiders.get(name)))
                        .toList());
    }

    /** People mentioned who belong to the space but are not in the chat. */
    private Map<String, Profile> outsiders(Actor actor, Map<String, Profile> members, MentionedNames mentioned) {
        List<String> unknown = mentioned.candidates().stream()
                .filter(name -> !members.containsKey(name) && !MentionedName.isEverybody(name))
                .toList();
        return unknown.isEmpty()
                ? Map.of()
                : byName(profiles.findByUsernames(unknown).stream()
                        .filter(person -> !members.containsValue(person) && isInSpace(actor, person))
                        .toList());
    }

    private boolean isInSpace(Actor actor, Profile person) {
        return spaces.isMember(new Actor(actor.space(), person.id()));
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
