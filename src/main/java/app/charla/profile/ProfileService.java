package app.charla.profile;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.account.RateLimit;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.fetch.UnfetchableException;
import app.charla.profile.ProfileLink.Proof;
import app.charla.profile.ProfileLink.Visibility;
import app.charla.unicode.StorableText;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Profiles: the about text and the links of a person, with their visibility and verification.
 *
 * @see <a href="../../../../../docs/decisions/022-profile-links-and-ssrf-guard.md">decision 022</a>
 */
@Service
public class ProfileService {

    /** The maximum length of the about text in characters. */
    public static final int MAX_ABOUT_LENGTH = 280;

    /** The maximum length of the address of a link. */
    public static final int MAX_ADDRESS_LENGTH = LinkAddress.MAX_LENGTH;

    /** The maximum number of links of a profile. */
    public static final int MAX_LINKS = 8;

    private static final Logger log = LoggerFactory.getLogger(ProfileService.class);
    private static final Duration RECHECK_INTERVAL = Duration.ofDays(7);
    private static final int CHECK_BATCH_SIZE = 20;

    private final ProfileRepository profiles;
    private final ProfileLinkRepository links;
    private final AccountService accounts;
    private final ProfileVisibility profileVisibility;
    private final RelMeVerifier relMeVerifier;
    private final ProviderVerifier providers;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final RateLimit<AccountId> checks = new RateLimit<>(20, Duration.ofHours(1));

    ProfileService(
            ProfileRepository profiles,
            ProfileLinkRepository links,
            AccountService accounts,
            ProfileVisibility profileVisibility,
            RelMeVerifier relMeVerifier,
            ProviderVerifier providers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.profiles = profiles;
        this.links = links;
        this.accounts = accounts;
        this.profileVisibility = profileVisibility;
        this.relMeVerifier = relMeVerifier;
        this.providers = providers;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Returns the actor's own profile with all links. */
    public ProfileCard own(AccountId actor) {
        return card(actor, Set.of(Visibility.values()));
    }

    /**
     * Returns a profile as the actor may see it.
     *
     * @throws NotFoundException if there is no such account, or the two share no space
     */
    public ProfileCard card(AccountId actor, AccountId person) {
        return card(person, profileVisibility.of(actor, person));
    }

    private ProfileCard card(AccountId person, Set<Visibility> visible) {
        List<ProfileLink> shown = links.findByAccountIdOrderByAddedAt(person.value()).stream()
                .map(ProfileLinkEntity::toLink)
                .filter(link -> visible.contains(link.visibility()))
                .toList();
        String about =
                profiles.findById(person.value()).map(ProfileEntity::about).orElse("");
        Account account = accounts.account(person);
        return new ProfileCard(
                account.profile(), about, account.preferences().timeZone(), providers.markProven(person, shown));
    }

    /** Returns the URL that a page must link to with {@code rel="me"} to be verified as the actor's. */
    public String backlink(AccountId actor) {
        return relMeVerifier.backlink(actor);
    }

    /** Returns the actor's pages at their sign-in providers, which are verified as soon as they are added. */
    public List<URI> providerPages(AccountId actor) {
        return providers.pages(actor);
    }

    /**
     * Changes the about text.
     *
     * @param about plain text; blank for none
     * @throws InvalidException if it is longer than {@link #MAX_ABOUT_LENGTH}
     */
    @Transactional
    public void changeAbout(AccountId actor, String about) {
        String text = about.strip().replaceAll("[\\p{Cntrl}&&[^\\n]]", "");
        StorableText.require("about", text);
        if (text.length() > MAX_ABOUT_LENGTH) {
            throw new InvalidException("about", "profile.about", MAX_ABOUT_LENGTH);
        }
        profiles.save(new ProfileEntity(actor, text));
    }

    /**
     * Adds a link.
     *
     * @param address an HTTPS URL; the scheme may be left out
     * @throws InvalidException if the address is invalid, or there are {@link #MAX_LINKS} links already
     * @throws ConflictException if the profile has the link already
     */
    public ProfileLink addLink(AccountId actor, String address, Visibility visibility) {
        URI parsed = LinkAddress.parse(address);
        return Objects.requireNonNull(transactions.execute(status -> {
            List<ProfileLinkEntity> present = links.findByAccountIdOrderByAddedAt(actor.value());
            if (present.stream().anyMatch(link -> link.toLink().address().equals(parsed))) {
                throw new ConflictException("profile.again");
            }
            if (present.size() >= MAX_LINKS) {
                throw new InvalidException("address", "profile.most", MAX_LINKS);
            }
            return withProof(
                    actor, links.saveAndFlush(new ProfileLinkEntity(actor, parsed, visibility, clock.instant())));
        }));
    }

    /**
     * Changes the visibility of a link.
     *
     * @throws NotFoundException if it is not the actor's
     */
    public ProfileLink changeVisibility(AccountId actor, UUID link, Visibility visibility) {
        return change(actor, link, found -> found.changeVisibility(visibility));
    }

    /**
     * Removes a link.
     *
     * @throws NotFoundException if it is not the actor's
     */
    @Transactional
    public void removeLink(AccountId actor, UUID link) {
        links.delete(find(actor, link));
    }

    /**
     * Verifies a link by fetching its page, which blocks for a few seconds at most. An earlier proof is kept for a while if
     * the page does not answer, and ends if it does not link back.
     *
     * @throws NotFoundException if it is not the actor's
     * @throws ConflictException if the page does not link back, or does not answer
     * @throws app.charla.core.TooManyRequestsException if the actor asked more than 20 times within an hour
     */
    public ProfileLink verify(AccountId actor, UUID id) {
        ProfileLink link = withProof(actor, find(actor, id));
        if (link.proof() == Proof.PROVIDER) {
            return link;
        }
        checks.consumeAndReport(actor);
        boolean linksBack;
        try {
            linksBack = relMeVerifier.linksBack(link.address(), actor);
        } catch (UnfetchableException failure) {
            log.debug("profile link of account {} cannot be fetched: {}", actor, failure.getMessage());
            change(actor, id, each -> each.recordUnreachable(clock.instant()));
            throw new ConflictException("profile.silent");
        }
        ProfileLink checked = change(actor, id, each -> each.recordCheck(linksBack, clock.instant()));
        if (!linksBack) {
            throw new ConflictException("profile.unproved");
        }
        return checked;
    }

    private ProfileLink change(AccountId actor, UUID link, Consumer<ProfileLinkEntity> change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            ProfileLinkEntity found = find(actor, link);
            change.accept(found);
            return withProof(actor, found);
        }));
    }

    private ProfileLink withProof(AccountId actor, ProfileLinkEntity link) {
        return providers.markProven(actor, List.of(link.toLink())).getFirst();
    }

    private ProfileLinkEntity find(AccountId actor, UUID id) {
        return links.findById(id).filter(link -> link.isOf(actor)).orElseThrow(NotFoundException::new);
    }

    /** Rechecks verified links after a week. */
    @Scheduled(fixedDelay = 60, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void recheck() {
        links.findByProvedAtNotNullAndCheckedAtLessThanOrderByCheckedAt(
                        clock.instant().minus(RECHECK_INTERVAL), Limit.of(CHECK_BATCH_SIZE))
                .forEach(this::recheck);
    }

    private void recheck(ProfileLinkEntity link) {
        @Nullable Boolean linksBack = linksBack(link);
        transactions.executeWithoutResult(status -> links.findById(link.getId()).ifPresent(present -> {
            if (linksBack == null) {
                present.recordUnreachable(clock.instant());
            } else {
                present.recordCheck(linksBack, clock.instant());
            }
        }));
    }

    private @Nullable Boolean linksBack(ProfileLinkEntity link) {
        try {
            return relMeVerifier.linksBack(link.toLink().address(), link.account());
        } catch (UnfetchableException failure) {
            return null;
        }
    }
}
