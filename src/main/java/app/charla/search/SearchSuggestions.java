package app.charla.search;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import app.charla.unicode.FoldedText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Completions of a query being typed: operators, and people, chats and filters as their values. */
@Service
public class SearchSuggestions {

    private static final int MAX_SUGGESTIONS = 8;

    private final SpaceStore store;
    private final SpaceService spaces;
    private final ProfileDirectory profiles;
    private final ChatNames chats;

    SearchSuggestions(SpaceStore store, SpaceService spaces, ProfileDirectory profiles, ChatNames chats) {
        this.store = store;
        this.spaces = spaces;
        this.profiles = profiles;
        this.chats = chats;
    }

    /**
     * Returns whole queries: the typed text with its last word completed; eight at most.
     *
     * @param locale language of the operators
     * @throws NotFoundException if the actor does not belong to the space
     */
    public List<String> complete(Actor actor, String typed, Locale locale) {
        spaces.requireMember(actor);
        int start = typed.lastIndexOf(' ') + 1;
        String before = typed.substring(0, start);
        return completions(actor, typed.substring(start), locale)
                .limit(MAX_SUGGESTIONS)
                .map(before::concat)
                .toList();
    }

    private Stream<String> completions(Actor actor, String word, Locale locale) {
        if (word.startsWith("-")) {
            return completions(actor, word.substring(1), locale).map("-"::concat);
        }
        int colon = word.indexOf(':');
        if (colon < 0) {
            return word.isEmpty() ? Stream.empty() : operators(word.toLowerCase(Locale.ROOT), locale);
        }
        String name = word.substring(0, colon);
        String value = word.substring(colon + 1);
        return Operator.named(name.toLowerCase(Locale.ROOT)).stream()
                .flatMap(operator -> values(actor, operator, value, locale))
                .map(each -> name + ":" + each);
    }

    private static Stream<String> operators(String beginning, Locale locale) {
        return Stream.of(Operator.values())
                .map(operator -> operator.nameIn(locale) + ":")
                .filter(name -> begins(name, beginning));
    }

    private Stream<String> values(Actor actor, Operator operator, String value, Locale locale) {
        return switch (operator) {
            case FROM, MENTIONS -> people(actor, value);
            case IN -> chats(actor, value);
            case HAS, IS ->
                MessageFilter.of(operator).map(filter -> filter.nameIn(locale)).filter(each -> begins(each, value));
            case BEFORE, AFTER, ON -> Stream.empty();
        };
    }

    private static boolean begins(String name, String beginning) {
        return FoldedText.fold(name).startsWith(FoldedText.fold(beginning));
    }

    private Stream<String> people(Actor actor, String beginning) {
        String name = beginning.startsWith("@") ? beginning.substring(1) : beginning;
        return profiles.search(actor.account(), name, MAX_SUGGESTIONS).stream().map(Profile::username);
    }

    private Stream<String> chats(Actor actor, String beginning) {
        String prefix = FoldedText.fold(beginning.replace("\"", ""));
        return store.read(actor.space(), () -> chats.readableNames(actor)).stream()
                .filter(name -> FoldedText.fold(name).startsWith(prefix))
                .map(name -> name.contains(" ") ? '"' + name + '"' : name);
    }
}
