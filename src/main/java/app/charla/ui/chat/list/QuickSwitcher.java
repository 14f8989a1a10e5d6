package app.charla.ui.chat.list;

import app.charla.account.ProfileDirectory;
import app.charla.core.Actor;
import app.charla.space.Space;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.chat.ChatList.Suggestion;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where somebody can go who types a few letters, besides the chats that the list has already. */
@Component
class QuickSwitcher {

    private static final int MAX_PEOPLE = 6;

    private final SpaceService spaces;
    private final ProfileDirectory profiles;

    QuickSwitcher(SpaceService spaces, ProfileDirectory profiles) {
        this.spaces = spaces;
        this.profiles = profiles;
    }

    /** People of that name, the search for messages with these words, and all other spaces and pages. */
    List<Suggestion> suggestions(Actor actor, String slug, String typed, Locale locale) {
        String words = typed.strip();
        Suggestion messages = Suggestion.messages(
                I18NProvider.translate(locale, "list.messages", words), Addresses.search(slug, words, null));
        return Stream.of(people(actor, words), places(actor, slug, locale), Stream.of(messages))
                .flatMap(suggestions -> suggestions)
                .toList();
    }

    private Stream<Suggestion> people(Actor actor, String words) {
        return profiles.search(actor.account(), words, MAX_PEOPLE).stream()
                .filter(person -> !person.id().equals(actor.account()))
                .map(person -> Suggestion.person(person.name(), "@" + person.username(), person.id()));
    }

    private Stream<Suggestion> places(Actor actor, String slug, Locale locale) {
        Stream<Suggestion> others = spaces.spaces(actor.account()).stream()
                .filter(space -> space.isReady() && !space.slug().equals(slug))
                .map(QuickSwitcher::place);
        return Stream.concat(
                others,
                Stream.of(
                        page(locale, "saved.title", "bookmark", Addresses.saved(slug)),
                        page(locale, "nav.settings", "gear", Addresses.SETTINGS),
                        page(locale, "spaceSettings.title", "gear", Addresses.spaceSettings(slug)),
                        page(locale, "spaces.create", "plus", Addresses.NEW_SPACE),
                        page(locale, "nav.spaces", "spaces", Addresses.SPACES)));
    }

    private static Suggestion place(Space space) {
        return Suggestion.place(space.name(), "spaces", Addresses.space(space.slug()));
    }

    private static Suggestion page(Locale locale, String key, String glyph, String address) {
        return Suggestion.place(I18NProvider.translate(locale, key), glyph, address);
    }
}
