package app.charla.search;

import app.charla.account.Profile;
import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.message.Message;
import app.charla.message.MessageHistory;
import app.charla.search.MessageScanner.Found;
import app.charla.search.SearchQuery.Exclusion;
import app.charla.search.Terms.Match;
import app.charla.space.SpaceService;
import app.charla.storage.JournalFollowers;
import app.charla.storage.SpaceStore;
import app.charla.unicode.FoldedText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Message search. Only messages that the actor may read are found, checked anew each time. */
@Service
public class SearchService {

    /** The maximum length of a query. */
    public static final int MAX_QUERY_LENGTH = SearchQuery.MAX_LENGTH;

    private static final int MAX_PAGE_SIZE = 200;

    /** Matches among which the best are chosen. */
    private static final int MAX_RANKED = 400;

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})(?:\\.(\\d{1,4})\\.(\\d{1,18}))?");
    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::score)
            .thenComparing(match -> match.message().id().value())
            .reversed();

    private final SpaceStore store;
    private final SpaceService spaces;
    private final PersonNames people;
    private final ChatNames chats;
    private final MessageScanner scanner;
    private final MessageHistory history;
    private final JournalFollowers followers;
    private final SearchProperties settings;
    private final RateLimit<AccountId> limit;

    SearchService(
            SpaceStore store,
            SpaceService spaces,
            PersonNames people,
            ChatNames chats,
            MessageScanner scanner,
            MessageHistory history,
            JournalFollowers followers,
            SearchProperties settings) {
        this.store = store;
        this.spaces = spaces;
        this.people = people;
        this.chats = chats;
        this.scanner = scanner;
        this.history = history;
        this.followers = followers;
        this.settings = settings;
        this.limit = new RateLimit<>(settings.perMinute(), Duration.ofMinutes(1));
    }

    /**
     * Returns the matching messages that the actor may read. The search stops after about 0.2 s; the answer then has
     * the cursor to go on with.
     *
     * @throws NotFoundException if the actor does not belong to the space or may not see the chat
     * @throws InvalidException if the query is invalid; it names the field {@code q} or {@code cursor}
     * @throws TooManyRequestsException if the actor searches too often
     */
    public SearchResults search(Actor actor, SearchRequest request) {
        spaces.requireMember(actor);
        if (settings.limited()) {
            limit.consumeAndReport(actor.account());
        }
        SearchQuery query = SearchQuery.parse(request.text());
        followers.wake(actor.space());
        Map<String, Profile> named = people.find(actor, query.people());
        return store.read(actor.space(), () -> find(actor, request, query, named));
    }

    private SearchResults find(Actor actor, SearchRequest request, SearchQuery query, Map<String, Profile> named) {
        List<Profile> mentioned =
                query.mentions().stream().map(name -> person(named, name)).toList();
        SearchScope scope = scope(actor, request, query, named);
        List<String> names = mentioned.stream()
                .map(person -> FoldedText.fold(person.username()))
                .toList();
        var terms = new Terms(query.words(), names, query.without());
        int most = Math.clamp(request.limit(), 1, MAX_PAGE_SIZE);
        return request.sort() == SearchOrder.NEWEST
                ? findNewest(scope, terms, parseCursor(request.cursor()), most)
                : findBest(scope, terms, parseCursor(request.cursor()), most);
    }

    private SearchScope scope(Actor actor, SearchRequest request, SearchQuery query, Map<String, Profile> named) {
        UUID chat = chat(actor, request, query);
        var conditions = new ArrayList<SearchCondition>();
        if (chat != null) {
            conditions.add(SearchCondition.inChat(chat));
        }
        if (query.from() != null) {
            conditions.add(SearchCondition.sentBy(account(named, query.from())));
        }
        if (query.after() != null) {
            conditions.add(SearchCondition.sentSince(start(query.after(), request.zone())));
        }
        if (query.before() != null) {
            conditions.add(SearchCondition.sentBefore(start(query.before(), request.zone())));
        }
        query.mentions().forEach(name -> conditions.add(SearchCondition.mentioning(account(named, name))));
        query.filters().forEach(filter -> conditions.add(SearchCondition.matching(filter)));
        query.exclusions()
                .forEach(each -> conditions.add(
                        condition(actor, each, request.zone(), named).negated()));
        return new SearchScope(actor, chat, query.from() != null, conditions);
    }

    private SearchCondition condition(Actor actor, Exclusion exclusion, ZoneId zone, Map<String, Profile> named) {
        String value = exclusion.value();
        return switch (exclusion.operator()) {
            case FROM -> SearchCondition.sentBy(account(named, value));
            case MENTIONS -> SearchCondition.mentioning(account(named, value));
            case IN -> SearchCondition.inChat(chats.find(actor, value));
            case HAS, IS -> SearchCondition.matching(exclusion.filter());
            case BEFORE -> SearchCondition.sentBefore(start(exclusion.day(), zone));
            case AFTER -> SearchCondition.sentSince(start(exclusion.day().plusDays(1), zone));
            case ON ->
                SearchCondition.sentBetween(
                        start(exclusion.day(), zone), start(exclusion.day().plusDays(1), zone));
        };
    }

    private static UUID account(Map<String, Profile> named, String name) {
        return person(named, name).id().value();
    }

    private static Profile person(Map<String, Profile> named, String name) {
        return Objects.requireNonNull(named.get(name), "every name of the query was looked up");
    }

    private SearchResults findNewest(SearchScope scope, Terms terms, @Nullable MatchResult cursor, int most) {
        Found found = scanner.find(scope, terms, start(cursor), most + 1);
        boolean more = found.matches().size() > most;
        List<Match> page = more ? found.matches().subList(0, most) : found.matches();
        long end = more ? page.getLast().message().id().value() : found.end();
        return new SearchResults(hits(page), end == 0 ? null : Long.toString(end));
    }

    /** Ranks the same matches for each page: those up to the one that was the newest for the first page. */
    private SearchResults findBest(SearchScope scope, Terms terms, @Nullable MatchResult cursor, int most) {
        List<Match> matches =
                scanner.find(scope, terms, start(cursor), MAX_RANKED).matches();
        if (matches.isEmpty()) {
            return new SearchResults(List.of(), null);
        }
        long start = matches.getFirst().message().id().value() + 1;
        List<Match> rest = matches.stream()
                .sorted(BEST_FIRST)
                .filter(match -> cursor == null || cursor.group(2) == null || isAfter(match, cursor))
                .limit(most + 1L)
                .toList();
        List<Match> page = rest.size() > most ? rest.subList(0, most) : rest;
        return new SearchResults(hits(page), rest.size() > most ? start + "." + rank(page.getLast()) : null);
    }

    private static String rank(Match match) {
        return match.score() + "." + match.message().id().value();
    }

    private static boolean isAfter(Match match, MatchResult cursor) {
        int score = Integer.parseInt(cursor.group(2));
        return match.score() < score
                || (match.score() == score && match.message().id().value() < Long.parseLong(cursor.group(3)));
    }

    /** The hits with their messages as they are, in the transaction that found them. */
    private List<SearchHit> hits(List<Match> matches) {
        Map<MessageId, Message> present = history.byIds(
                matches.stream().map(match -> match.message().id()).toList());
        return matches.stream()
                .flatMap(match ->
                        Stream.ofNullable(present.get(match.message().id())).map(match::toHit))
                .toList();
    }

    private static @Nullable MatchResult parseCursor(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        return CURSOR.matcher(cursor)
                .results()
                .filter(result -> result.group().equals(cursor))
                .findFirst()
                .orElseThrow(() -> new InvalidException("cursor", "search.cursor"));
    }

    private static long start(@Nullable MatchResult cursor) {
        return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor.group(1));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private @Nullable UUID chat(Actor actor, SearchRequest request, SearchQuery query) {
        ChatId chat = request.chat();
        if (chat != null) {
            return chats.requireReadable(actor, chat.value());
        }
        return query.in() == null ? null : chats.find(actor, query.in());
    }
}
