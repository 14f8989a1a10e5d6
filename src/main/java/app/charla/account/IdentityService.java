package app.charla.account;

import app.charla.account.Preferences.Language;
import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.unicode.NameRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * External identities: which account each is linked to. An identity is an issuer and a subject; an e-mail links nothing by
 * itself.
 *
 * @see <a href="../../../../../docs/decisions/017-external-identities.md">decision 017</a>
 */
@Service
public class IdentityService {

    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_ACCOUNTS_PER_EMAIL = 50;

    private final IdentityRepository identities;
    private final AccountRepository accounts;
    private final RegistrationPolicy policy;
    private final UsernameGenerator usernameGenerator;
    private final SignInMethods signInMethods;
    private final Reauthentication reauthentication;
    private final AttemptLimits limits;
    private final SecurityLog log;
    private final IdentityProperties settings;
    private final Clock clock;

    IdentityService(
            IdentityRepository identities,
            AccountRepository accounts,
            RegistrationPolicy policy,
            UsernameGenerator usernameGenerator,
            SignInMethods signInMethods,
            Reauthentication reauthentication,
            AttemptLimits limits,
            SecurityLog log,
            IdentityProperties settings,
            Clock clock) {
        this.identities = identities;
        this.accounts = accounts;
        this.policy = policy;
        this.usernameGenerator = usernameGenerator;
        this.signInMethods = signInMethods;
        this.reauthentication = reauthentication;
        this.limits = limits;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The account that an identity is linked to, if there is one. Records the sign-in.
     *
     * @throws ForbiddenException if the domain of its verified e-mail is not allowed
     */
    @Transactional
    public Optional<AccountId> signIn(ExternalIdentity identity) {
        requireAllowedDomain(identity);
        return find(identity).map(linked -> {
            linked.recordUse(identity, clock.instant());
            return linked.account();
        });
    }

    /**
     * Returns whether an account has the verified e-mail of the identity: then the person may want to authenticate to that
     * account. False for an e-mail that is not verified, so that it tells nothing.
     */
    public boolean hasAccountWithSameEmail(ExternalIdentity identity) {
        return identity.verifiedEmail()
                .filter(email -> !accounts.findByEmailOrderByCreatedAt(email, Limit.of(1))
                        .isEmpty())
                .isPresent();
    }

    /** Returns a free username for a new person, as close as can be to the one at the provider. */
    public String proposeUsername(ExternalIdentity identity) {
        return usernameGenerator.propose(identity).text();
    }

    /**
     * Creates an account without a password and links the identity to it. The e-mail is kept if it is verified.
     *
     * @param address the network address of the request, for the rate limits
     * @throws InvalidException if the username is not valid
     * @throws ConflictException if the username is taken, or the identity is linked already
     * @throws ForbiddenException if the domain of its verified e-mail is not allowed, or the {@link RegistrationRules} ask
     *     for more than this
     */
    public Account register(ExternalIdentity identity, String username, Language language, String address) {
        return register(identity, username, language, RegistrationTicket.NONE, address);
    }

    /**
     * As the other overload, with what entitles to an account.
     *
     * @throws InvalidException also if the setup code is wrong
     */
    public Account register(
            ExternalIdentity identity, String username, Language language, RegistrationTicket ticket, String address) {
        requireAllowedDomain(identity);
        policy.check(ticket, address);
        limits.limitRegistration(address);
        Username chosen = Username.of(username);
        requireUnlinked(identity);
        if (!usernameGenerator.isFree(chosen)) {
            throw new ConflictException("username.taken");
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var account = AccountEntity.withoutPassword(
                id,
                chosen,
                displayName(identity, chosen),
                identity.verifiedEmail().orElse(null),
                language,
                clock.instant());
        try {
            var link = new IdentityEntity(account.id(), identity, clock.instant());
            return policy.create(account, ticket, address, () -> identities.saveAndFlush(link));
        } catch (DataIntegrityViolationException takenMeanwhile) {
            throw new ConflictException("username.taken");
        }
    }

    private static String displayName(ExternalIdentity identity, Username username) {
        String clean = identity.name() == null ? "" : NameRule.clean(identity.name());
        return clean.isEmpty() || clean.length() > MAX_NAME_LENGTH ? username.text() : clean;
    }

    /**
     * Links an identity to the actor's account; doing so again changes nothing.
     *
     * @param address the network address of the request, for the security log
     * @throws ConflictException if it is linked to another account
     * @throws ForbiddenException if the domain of its verified e-mail is not allowed
     */
    @Transactional
    public void link(AccountId actor, ExternalIdentity identity, String address) {
        if (linkIfFree(actor, identity)) {
            log.record(actor, Kind.IDENTITY_LINKED, logDetail(identity.issuer(), identity.label()), address);
        }
    }

    /** As {@link #link(AccountId, ExternalIdentity, String)}, by a session of the actor. */
    @Transactional
    public void link(AccountId actor, UUID session, ExternalIdentity identity, String address) {
        if (linkIfFree(actor, identity)) {
            log.record(actor, session, Kind.IDENTITY_LINKED, logDetail(identity.issuer(), identity.label()), address);
        }
    }

    private boolean linkIfFree(AccountId actor, ExternalIdentity identity) {
        requireAllowedDomain(identity);
        Optional<IdentityEntity> linked = find(identity);
        if (linked.isPresent()) {
            if (!linked.orElseThrow().account().equals(actor)) {
                throw new ConflictException("oauth.taken");
            }
            return false;
        }
        try {
            identities.saveAndFlush(new IdentityEntity(actor, identity, clock.instant()));
            return true;
        } catch (DataIntegrityViolationException linkedMeanwhile) {
            throw new ConflictException("oauth.taken");
        }
    }

    /**
     * Links an identity to the account that its owner has just authenticated to, if that account has the same e-mail, and
     * the e-mail is verified.
     *
     * @param address the network address of the request, for the security log
     * @return whether it was linked
     */
    @Transactional
    public boolean linkIfSameEmail(AccountId actor, ExternalIdentity identity, String address) {
        boolean same = hasSameEmail(actor, identity);
        if (same) {
            link(actor, identity, address);
        }
        return same;
    }

    /** As {@link #linkIfSameEmail(AccountId, ExternalIdentity, String)}, by a session of the actor. */
    @Transactional
    public boolean linkIfSameEmail(AccountId actor, UUID session, ExternalIdentity identity, String address) {
        boolean same = hasSameEmail(actor, identity);
        if (same) {
            link(actor, session, identity, address);
        }
        return same;
    }

    private boolean hasSameEmail(AccountId actor, ExternalIdentity identity) {
        return identity.verifiedEmail()
                .filter(email -> accounts.findByEmailOrderByCreatedAt(email, Limit.of(MAX_ACCOUNTS_PER_EMAIL)).stream()
                        .anyMatch(account -> account.id().equals(actor)))
                .isPresent();
    }

    /** The identities that are linked to the actor's account, first linked first. */
    @Transactional(readOnly = true)
    public List<Identity> identities(AccountId actor) {
        return identities.findByAccountIdOrderByLinkedAt(actor.value()).stream()
                .map(IdentityEntity::toIdentity)
                .toList();
    }

    /**
     * Unlinks an identity.
     *
     * @param session the session of the request; requires a fresh {@link Reauthentication}
     * @param address the network address of the request, for the security log
     * @throws NotFoundException if the actor has no such identity
     * @throws ConflictException if it is the last sign-in method
     */
    @Transactional
    public void unlink(AccountId actor, UUID session, UUID identity, String address) {
        reauthentication.require(actor, session);
        AccountEntity account = accounts.findForChange(actor.value()).orElseThrow(NotFoundException::new);
        IdentityEntity linked = identities.findByAccountIdOrderByLinkedAt(actor.value()).stream()
                .filter(each -> each.getId().equals(identity))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        identities.delete(linked);
        signInMethods.requireOne(account);
        Identity unlinked = linked.toIdentity();
        log.record(actor, session, Kind.IDENTITY_UNLINKED, logDetail(unlinked.issuer(), unlinked.label()), address);
    }

    private static String logDetail(String issuer, String label) {
        return issuer + " " + label;
    }

    private Optional<IdentityEntity> find(ExternalIdentity identity) {
        return identities.findByIssuerAndSubject(identity.issuer(), identity.subject());
    }

    private void requireUnlinked(ExternalIdentity identity) {
        if (find(identity).isPresent()) {
            throw new ConflictException("oauth.taken");
        }
    }

    private void requireAllowedDomain(ExternalIdentity identity) {
        if (settings.emailDomains().isEmpty()) {
            return;
        }
        String email = identity.verifiedEmail().orElse("");
        String domain = email.substring(email.lastIndexOf('@') + 1);
        if (settings.emailDomains().stream().noneMatch(domain::equalsIgnoreCase)) {
            throw new ForbiddenException("oauth.domain");
        }
    }
}
