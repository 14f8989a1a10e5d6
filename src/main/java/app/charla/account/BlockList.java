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
 * Who wants to hear nothing of whom. A block keeps the two apart both ways, and only who made it can tell that it is
 * theirs. Who was asked about lately is known without a look into the database, so that a message costs nothing more.
 *
 * @see <a href="../../../../../docs/decisions/034-blocks.md">decision 034</a>
 */
@Service
public class BlockList {

    /** So many people one may block. */
    public static final int MAX_BLOCKS = 1_000;

    /** @param made whom they blocked, oldest first */
    private record CachedBlocks(Set<AccountId> made, Set<AccountId> apart) {}

    private final BlockRepository blocks;
    private final AccountService accounts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Cache<AccountId, CachedBlocks> cache =
            Caffeine.newBuilder().maximumSize(20_000).build();

    BlockList(
            BlockRepository blocks,
            AccountService accounts,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.blocks = blocks;
        this.accounts = accounts;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Blocks somebody; doing so again changes nothing.
     *
     * @throws NotFoundException if there is no such person
     * @throws InvalidException if that is the actor, or they blocked {@link #MAX_BLOCKS} people
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
        accounts.getById(person);
        transactions.executeWithoutResult(status -> blocks.save(new BlockEntity(actor, person, clock.instant())));
        publishChange(actor, person);
    }

    /** Blocks somebody no longer. */
    public void unblock(AccountId actor, AccountId person) {
        transactions.executeWithoutResult(status -> blocks.delete(actor.value(), person.value()));
        publishChange(actor, person);
    }

    /** Whom the actor blocked, in the order in which they did. */
    public List<Profile> blockedProfiles(AccountId actor) {
        var people = accounts.findByIds(cached(actor).made());
        return cached(actor).made().stream()
                .filter(people::containsKey)
                .map(people::get)
                .toList();
    }

    /** Whether the actor blocked somebody. */
    public boolean hasBlocked(AccountId actor, AccountId person) {
        return cached(actor).made().contains(person);
    }

    /** The people whom the actor blocked. */
    public Set<AccountId> blockedIds(AccountId actor) {
        return cached(actor).made();
    }

    /** Whose words call the actor for nothing: their own, and of whom they blocked. */
    public Set<AccountId> mutedFor(AccountId actor) {
        var unheard = new LinkedHashSet<>(cached(actor).made());
        unheard.add(actor);
        return unheard;
    }

    /** Those who are to notice nothing of somebody, nor they of them: one of the two blocked the other. */
    public Set<AccountId> blockedEitherWay(AccountId account) {
        return cached(account).apart();
    }

    /** Whether one of some people is kept apart from the actor. */
    public boolean isAnyBlockedEitherWay(AccountId actor, Collection<AccountId> people) {
        Set<AccountId> apart = blockedEitherWay(actor);
        return people.stream().anyMatch(apart::contains);
    }

    private CachedBlocks cached(AccountId account) {
        return cache.get(account, this::load);
    }

    private CachedBlocks load(AccountId account) {
        var made = new LinkedHashSet<AccountId>();
        var apart = new LinkedHashSet<AccountId>();
        for (BlockEntity block : blocks.findAllInvolving(account.value())) {
            if (block.isBy(account)) {
                made.add(block.blocked());
            }
            apart.add(block.isBy(account) ? block.blocked() : block.blocker());
        }
        return new CachedBlocks(Collections.unmodifiableSet(made), Set.copyOf(apart));
    }

    private void publishChange(AccountId actor, AccountId person) {
        cache.invalidateAll(List.of(actor, person));
        events.publishEvent(new BlockListChanged(actor, person));
    }
}
