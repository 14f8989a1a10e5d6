package app.charla.ui.chat.list;

import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
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

/** Suggests places to go to for a typed text, besides the chats that the browser's list has already. */
@Component
class QuickSwitcher {

    private static final int MAX_PEOPLE = 6;

    private final SpaceService spaces;
    private final ProfileDirectory profiles;
    private final ChatService chats;

    QuickSwitcher(SpaceService spaces, ProfileDirectory profiles, ChatService chats) {
        this.chats = chats;
        this.spaces = spaces;
        this.profiles = profiles;
    }

    /** Returns people with that name, a link to search messages for the text, and all other spaces, archived chats and
     * pages. */
    List<Suggestion> suggestions(Actor actor, String slug, String typed, Locale locale) {
        String text = typed.strip();
        Suggestion messages = Suggestion.messages(
                I18NProvider.translate(locale, "list.messages", text), Addresses.search(slug, text, null));
        return Stream.of(people(actor, text), places(actor, slug, locale), Stream.of(messages))
                .flatMap(suggestions -> suggestions)
                .toList();
    }

    private Stream<Suggestion> people(Actor actor, String text) {
        return profiles.search(actor.account(), text, MAX_PEOPLE).stream()
                .filter(person -> !person.id().equals(actor.account()))
                .map(person -> Suggestion.person(person.name(), "@" + person.username(), person.id()));
    }

    private Stream<Suggestion> places(Actor actor, String slug, Locale locale) {
        Stream<Suggestion> others = spaces.spaces(actor.account()).stream()
                .filter(space -> space.isReady() && !space.slug().equals(slug))
                .map(QuickSwitcher::place);
        Stream<Suggestion> archived = chats.publicChats(actor, true).stream()
                .map(chat -> Suggestion.place(String.valueOf(chat.name()), "chat", Addresses.chat(slug, chat.id())));
        return Stream.concat(
                Stream.concat(others, archived),
                Stream.of(
                        page(locale, "public.title", "search", Addresses.publicChats(slug)),
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
