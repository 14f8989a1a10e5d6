package app.charla.search;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.space.SpaceService;
import app.charla.unicode.FoldedText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * People as named in queries: by username or, where nobody has it, by the name that others read. They are looked up before
 * the space is read, as a reader of a space must not wait for several connections to the directory.
 */
@Component
class PersonNames {

    private static final Set<String> SELF_NAMES = Set.of("me", "yo", "mí", "mi");

    /** People of the same name who are told apart by their usernames. */
    private static final int MAX_NAMESAKES = 5;

    private final ProfileDirectory profiles;
    private final SpaceService spaces;

    PersonNames(ProfileDirectory profiles, SpaceService spaces) {
        this.profiles = profiles;
        this.spaces = spaces;
    }

    /**
     * Returns the person of each name.
     *
     * @throws InvalidException for the field {@code q} with the first name that nobody, or more than one member, has
     */
    Map<String, Profile> find(Actor actor, Collection<String> names) {
        var found = new LinkedHashMap<String, Profile>();
        names.forEach(name -> found.put(name, person(actor, name)));
        return found;
    }

    private Profile person(Actor actor, String name) {
        if (SELF_NAMES.contains(FoldedText.fold(name))) {
            return profiles.getById(actor.account());
        }
        List<Profile> found = profiles.findByUsernames(List.of(name));
        if (found.isEmpty()) {
            found = namesakes(actor, name);
        }
        if (found.isEmpty()) {
            throw new InvalidException("q", "search.person", name);
        }
        if (found.size() > 1) {
            String usernames =
                    found.stream().map(person -> "@" + person.username()).collect(Collectors.joining(", "));
            throw new InvalidException("q", "search.people", name, usernames);
        }
        return found.getFirst();
    }

    /** Returns the members of the space whose name begins like that: a query tells nothing of other people. */
    private List<Profile> namesakes(Actor actor, String name) {
        return profiles.search(actor.account(), name, MAX_NAMESAKES).stream()
                .filter(person -> spaces.isMember(new Actor(actor.space(), person.id())))
                .toList();
    }
}
