package app.charla.account;

import app.charla.account.Preferences.Language;
import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
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
 * Accounts elsewhere: which of ours they lead to. An identity is an issuer and a subject; an e-mail links nothing by
 * itself.
 *
 * @see <a href="../../../../../docs/decisions/017-accounts-from-elsewhere.md">decision 017</a>
 */
@Service
public class IdentityService {

    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_ACCOUNTS_PER_EMAIL = 50;

    private final IdentityRepository identities;
    private final AccountRepository accounts;
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
            UsernameGenerator usernameGenerator,
            SignInMethods signInMethods,
            Reauthentication reauthentication,
            AttemptLimits limits,
            SecurityLog log,
            IdentityProperties settings,
            Clock clock) {
        this.identities = identities;
        this.accounts = accounts;
        this.usernameGenerator = usernameGenerator;
        this.signInMethods = signInMethods;
        this.reauthentication = reauthentication;
        this.limits = limits;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The account that an identity leads to, if it is linked to one.
     *
     * @throws ForbiddenException if its verified e-mail is of no allowed domain
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
     * Whether somebody here gave the e-mail that is vouched for: then the person may want to prove that account. Of an
     * e-mail that is not verified nothing is told.
     */
    public boolean hasAccountWithSameEmail(ExternalIdentity identity) {
        return identity.verifiedEmail()
                .filter(email -> !accounts.findByEmailOrderByCreatedAt(email, Limit.of(1))
                        .isEmpty())
                .isPresent();
    }

    /** A free username for somebody new. */
    public String proposeUsername(ExternalIdentity identity) {
        return usernameGenerator.propose(identity).text();
    }

    /**
     * Makes an account without a password that the identity leads to. Its e-mail is kept if it is verified.
     *
     * @param address the network address asking, for the limits
     * @throws InvalidException if the username will not do
     * @throws ConflictException if the username is taken, or the identity linked already
     * @throws ForbiddenException if its verified e-mail is of no allowed domain
     */
    @Transactional
    public Account register(ExternalIdentity identity, String username, Language language, String address) {
        requireAllowedDomain(identity);
        limits.limitRegistration(address);
        Username wanted = Username.of(username);
        requireUnlinked(identity);
        if (!usernameGenerator.isFree(wanted)) {
            throw new ConflictException("username.taken");
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var account = AccountEntity.withoutPassword(
                id, wanted, displayName(identity, wanted), identity.verifiedEmail().orElse(null), language, clock.instant());
        try {
            Account made = accounts.saveAndFlush(account).toAccount();
            identities.saveAndFlush(new IdentityEntity(made.id(), identity, clock.instant()));
            return made;
        } catch (DataIntegrityViolationException takenMeanwhile) {
            throw new ConflictException("username.taken");
        }
    }

    private static String displayName(ExternalIdentity identity, Username username) {
        String clean = identity.name() == null
                ? ""
                : identity.name().replaceAll("\\p{C}", "").strip();
        return clean.isEmpty() || clean.length() > MAX_NAME_LENGTH ? username.text() : clean;
    }

    /**
     * Links an identity to one's own account; once is enough.
     *
     * @param address the network address asking, for the log
     * @throws ConflictException if it leads to somebody else's account
     * @throws ForbiddenException if its verified e-mail is of no allowed domain
     */
    @Transactional
    public void link(AccountId actor, ExternalIdentity identity, String address) {
        requireAllowedDomain(identity);
        Optional<IdentityEntity> linked = find(identity);
        if (linked.isPresent()) {
            if (!linked.orElseThrow().account().equals(actor)) {
                throw new ConflictException("oauth.taken");
            }
            return;
        }
        try {
            identities.saveAndFlush(new IdentityEntity(actor, identity, clock.instant()));
            log.record(actor, Kind.IDENTITY_LINKED, logDetail(identity.issuer(), identity.label()), address);
        } catch (DataIntegrityViolationException linkedMeanwhile) {
            throw new ConflictException("oauth.taken");
        }
    }

    /**
     * Links an identity to the account that its owner has just proved, if that is one that gave the same e-mail, and the
     * e-mail is verified.
     *
     * @param address the network address asking, for the log
     * @return whether it was linked
     */
    @Transactional
    public boolean linkIfSameEmail(AccountId actor, ExternalIdentity identity, String address) {
        Optional<String> verified = identity.verifiedEmail();
        boolean same = verified.isPresent()
                && accounts.findByEmailOrderByCreatedAt(verified.orElseThrow(), Limit.of(MAX_ACCOUNTS_PER_EMAIL)).stream()
                        .anyMatch(account -> account.id().equals(actor));
        if (same) {
            link(actor, identity, address);
        }
        return same;
    }

    /** The identities that lead to one's account, first linked first. */
    @Transactional(readOnly = true)
    public List<Identity> identities(AccountId actor) {
        return identities.findByAccountIdOrderByLinkedAt(actor.value()).stream()
                .map(IdentityEntity::toIdentity)
                .toList();
    }

    /**
     * Unlinks an identity.
     *
     * @param session the one that asks; it needs a fresh {@link Reauthentication}
     * @param address the network address asking, for the log
     * @throws NotFoundException if it is not the actor's
     * @throws ConflictException if it is the last way in
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
        Identity gone = linked.toIdentity();
        log.record(actor, Kind.IDENTITY_UNLINKED, logDetail(gone.issuer(), gone.label()), address);
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
