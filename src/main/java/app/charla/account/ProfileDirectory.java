package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.unicode.FoldedText;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * The directory of people: finds profiles by identifier, username or the beginning of a name. Caches them by identifier.
 * Accounts that wait for a decision are nowhere in it.
 */
@Service
public class ProfileDirectory {

    private static final int MAX_CACHED = 100_000;
    private static final int MAX_SEARCH_LENGTH = 256;

    /** Maximum of people that a search finds. */
    public static final int MAX_SEARCH_RESULTS = 500;

    private final AccountRepository accounts;
    private final boolean limited;
    private final RateLimit<AccountId> searches;
    private final Cache<AccountId, Profile> cache =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    ProfileDirectory(AccountRepository accounts, AccountProperties settings) {
        this.accounts = accounts;
        this.limited = settings.limited();
        this.searches = new RateLimit<>(settings.peopleSearchesPerMinute(), Duration.ofMinutes(1));
    }

    /** @throws NotFoundException if there is no such account */
    public Profile getById(AccountId id) {
        Profile profile = findByIds(List.of(id)).get(id);
        if (profile == null) {
            throw new NotFoundException();
        }
        return profile;
    }

    /** The profiles of these accounts; accounts that do not exist are missing from the answer. */
    public Map<AccountId, Profile> findByIds(Collection<AccountId> ids) {
        Map<AccountId, Profile> found = new LinkedHashMap<>(cache.getAllPresent(ids));
        List<UUID> missing = ids.stream()
                .filter(id -> !found.containsKey(id))
                .map(AccountId::value)
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            accounts.findByIdIn(missing).stream()
                    .filter(account -> !account.isWaiting())
                    .map(AccountEntity::toProfile)
                    .forEach(profile -> {
                        found.put(profile.id(), profile);
                        cache.put(profile.id(), profile);
                    });
        }
        return found;
    }

    /**
     * The profiles of people with these usernames.
     *
     * @throws InvalidException for the field {@code members}, with the first username that does not exist
     */
    public List<Profile> getByUsernames(Collection<String> usernames) {
        Map<String, Profile> bySkeleton = new LinkedHashMap<>();
        findByUsernames(usernames).forEach(person -> bySkeleton.put(Username.skeletonOf(person.username()), person));
        for (String username : usernames) {
            if (!bySkeleton.containsKey(Username.skeletonOf(username))) {
                throw new InvalidException("members", "account.unknown", username);
            }
        }
        return List.copyOf(bySkeleton.values());
    }

    /** The profiles of people with these usernames; usernames that do not exist are missing from the answer. */
    public List<Profile> findByUsernames(Collection<String> usernames) {
        List<String> skeletons = usernames.stream().map(Username::skeletonOf).toList();
        return accounts.findBySkeletonIn(skeletons).stream()
                .filter(account -> !account.isWaiting())
                .map(AccountEntity::toProfile)
                .toList();
    }

    /**
     * Finds people whose username or name begins with the text, or has a word that does, whatever the case, accents and
     * width of its letters.
     *
     * @param limit how many at most, 1–500
     * @throws app.charla.core.TooManyRequestsException if the actor searches too often
     */
    public List<Profile> search(AccountId actor, String text, int limit) {
        if (limited) {
            searches.consumeAndReport(actor);
        }
        if (text.length() > MAX_SEARCH_LENGTH) {
            return List.of(); // nobody has such a name, and SQLite refuses such a pattern
        }
        String beginning = FoldedText.words(text);
        if (beginning.isEmpty() && !text.isBlank()) {
            return List.of();
        }
        Limit most = Limit.of(Math.clamp(limit, 1, MAX_SEARCH_RESULTS));
        return accounts.search("%" + beginning + "%", most).stream()
                .map(AccountEntity::toProfile)
                .toList();
    }

    /** Replaces a cached profile after a change. */
    void refresh(Profile changed) {
        cache.put(changed.id(), changed);
    }

    /** Removes the cached profile of a deleted account. */
    void forget(AccountId deleted) {
        cache.invalidate(deleted);
    }
}
