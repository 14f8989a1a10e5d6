package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The block list: which accounts an account has blocked. A block works both ways, and only the account that made it can
 * see that it did. Cached per account, so that a message needs no query.
 *
 * @see <a href="../../../../../docs/decisions/034-block-list.md">decision 034</a>
 */
@Service
public class BlockList {

    /** The maximum number of people that an account may block. */
    public static final int MAX_BLOCKS = 1_000;

    /** @param made the accounts that this one blocked, oldest first */
    private record CachedBlocks(Set<AccountId> made, Set<AccountId> eitherWay) {}

    private final BlockRepository blocks;
    private final ProfileDirectory profiles;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Cache<AccountId, CachedBlocks> cache =
            Caffeine.newBuilder().maximumSize(20_000).build();

    BlockList(
            BlockRepository blocks,
            ProfileDirectory profiles,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.blocks = blocks;
        this.profiles = profiles;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Blocks a person; doing so again changes nothing. Publishes {@link BlockListChanged}.
     *
     * @throws NotFoundException if there is no such account
     * @throws InvalidException if the person is the actor, or the actor has blocked {@link #MAX_BLOCKS} people
     */
    public void block(AccountId actor, AccountId person) {
        if (actor.equals(person)) {
            throw new InvalidException("person", "block.self");
        }
        Set<AccountId> made = cached(actor).made();
        if (made.contains(person)) {
            return;
        }
        if (made.size() >= MAX_BLOCKS) {
            throw new InvalidException("person", "block.most", MAX_BLOCKS);
        }
        profiles.getById(person);
        transactions.executeWithoutResult(status -> blocks.save(new BlockEntity(actor, person, clock.instant())));
        publishChange(actor, person);
    }

    /** Removes a block. Publishes {@link BlockListChanged}. */
    public void unblock(AccountId actor, AccountId person) {
        transactions.executeWithoutResult(status -> blocks.delete(actor.value(), person.value()));
        publishChange(actor, person);
    }

    /** The profiles of the people whom the actor blocked, first blocked first. */
    public List<Profile> blockedProfiles(AccountId actor) {
        var people = profiles.findByIds(cached(actor).made());
        return cached(actor).made().stream()
                .filter(people::containsKey)
                .map(people::get)
                .toList();
    }

    /** Returns whether the actor blocked the person. */
    public boolean hasBlocked(AccountId actor, AccountId person) {
        return cached(actor).made().contains(person);
    }

    /** The accounts that the actor blocked, first blocked first. */
    public Set<AccountId> blockedIds(AccountId actor) {
        return cached(actor).made();
    }

    /** The senders whose messages never notify the actor: the actor and everybody whom the actor blocked. */
    public Set<AccountId> mutedFor(AccountId actor) {
        var muted = new LinkedHashSet<>(cached(actor).made());
        muted.add(actor);
        return muted;
    }

    /** The accounts that blocked this one or were blocked by it: neither of the two sees the other. */
    public Set<AccountId> blockedEitherWay(AccountId account) {
        return cached(account).eitherWay();
    }

    /** Returns whether a block stands between the actor and one of the people, whoever made it. */
    public boolean isAnyBlockedEitherWay(AccountId actor, Collection<AccountId> people) {
        Set<AccountId> blocked = blockedEitherWay(actor);
        return people.stream().anyMatch(blocked::contains);
    }

    private CachedBlocks cached(AccountId account) {
        return cache.get(account, this::load);
    }

    private CachedBlocks load(AccountId account) {
        var made = new LinkedHashSet<AccountId>();
        var eitherWay = new LinkedHashSet<AccountId>();
        for (BlockEntity block : blocks.findAllInvolving(account.value())) {
            if (block.isBy(account)) {
                made.add(block.blocked());
            }
            eitherWay.add(block.isBy(account) ? block.blocked() : block.blocker());
        }
        return new CachedBlocks(Collections.unmodifiableSet(made), Set.copyOf(eitherWay));
    }

    private void publishChange(AccountId actor, AccountId person) {
        cache.invalidateAll(List.of(actor, person));
        events.publishEvent(new BlockListChanged(actor, person));
    }
}
