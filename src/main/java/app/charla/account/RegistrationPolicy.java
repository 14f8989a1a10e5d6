package app.charla.account;

import app.charla.account.RegistrationRules.Inviters;
import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The registration policy: decides whether an account may be created, by whatever way, and is the only one to store it.
 * Its rules are read from the directory each time, so that a change holds on all nodes at once.
 *
 * @see <a href="../../../../../docs/decisions/046-registration-and-the-first-administrator.md">decision 046</a>
 */
@Service
public class RegistrationPolicy {

    private final RegistrationRepository registration;
    private final RegistrationProperties settings;
    private final AccountRepository accounts;
    private final Administrators administrators;
    private final RegistrationInvites invites;
    private final IdentityProviders providers;
    private final SetupCode setup;
    private final SecurityLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    RegistrationPolicy(
            RegistrationRepository registration,
            RegistrationProperties settings,
            AccountRepository accounts,
            Administrators administrators,
            RegistrationInvites invites,
            IdentityProviders providers,
            SetupCode setup,
            SecurityLog log,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.registration = registration;
        this.settings = settings;
        this.accounts = accounts;
        this.administrators = administrators;
        this.invites = invites;
        this.providers = providers;
        this.setup = setup;
        this.log = log;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Returns the rules that apply now: those of the settings until an administrator has changed them. */
    public RegistrationRules rules() {
        return registration.findById(RegistrationEntity.ID).orElseThrow().toRules(settings.mode());
    }

    /**
     * Changes the rules, on all nodes and for good. Instance administrators only.
     *
     * @param address the network address of the request, for the security log
     * @throws app.charla.core.NotFoundException for others
     */
    @Transactional
    public RegistrationRules change(AccountId actor, RegistrationRules rules, String address) {
        administrators.require(actor);
        registration.findById(RegistrationEntity.ID).orElseThrow().change(rules);
        String detail = rules.mode() == RegistrationMode.INVITE
                ? rules.mode() + " " + rules.inviters()
                : rules.mode().name();
        log.record(actor, Kind.REGISTRATION_CHANGED, detail, address);
        return rules;
    }

    /** Returns why a newcomer with this ticket cannot register; empty if they can. For pages that offer it. */
    public Optional<ForbiddenException> refusal(RegistrationTicket ticket) {
        try {
            if (ticket.setupCode() == null || !setup.isCurrent(ticket.setupCode())) {
                checkRules(ticket.invite());
            }
            return Optional.empty();
        } catch (ForbiddenException refused) {
            return Optional.of(refused);
        }
    }

    /**
     * As {@link #check}, for an account with a password.
     *
     * @throws ForbiddenException also if people sign in by identity providers only
     */
    void checkPassword(RegistrationTicket ticket, String address) {
        providers.requireLocalSignIn();
        check(ticket, address);
    }

    /** Checks, before anything is looked up or computed for a newcomer, that the rules let them register. */
    void check(RegistrationTicket ticket, String address) {
        if (ticket.setupCode() != null) {
            setup.check(ticket.setupCode(), address);
        } else {
            checkRules(ticket.invite());
        }
    }

    private void checkRules(@Nullable String invite) {
        RegistrationRules rules = rules();
        switch (rules.mode()) {
            case OPEN, APPROVAL -> {}
            case INVITE -> invites.check(invite, rules.inviters());
            case CLOSED -> throw closed();
        }
    }

    /**
     * Stores a new account in a transaction, as the rules want it: perhaps waiting, perhaps as the first administrator.
     *
     * @param related stores what belongs to it, in the same transaction
     * @throws ForbiddenException if the rules do not allow it
     */
    Account create(AccountEntity account, RegistrationTicket ticket, String address, Runnable related) {
        var invited = new UUID[1];
        Account created = Objects.requireNonNull(transactions.execute(status -> {
            RegistrationRules rules = rules();
            boolean first = ticket.setupCode() != null;
            if (!first && rules.mode() == RegistrationMode.CLOSED) {
                throw closed();
            }
            if (!first && rules.mode() == RegistrationMode.APPROVAL) {
                account.awaitDecision();
            }
            Account stored = accounts.saveAndFlush(account).toAccount();
            related.run();
            if (ticket.setupCode() != null) {
                setup.redeem(stored.id(), ticket.setupCode(), address);
            } else if (rules.mode() == RegistrationMode.INVITE) {
                invited[0] = invites.redeem(stored.id(), ticket.invite(), rules.inviters());
            }
            return stored;
        }));
        if (ticket.setupCode() != null) {
            setup.deleteFile();
        }
        if (invited[0] != null) {
            events.publishEvent(new AccountInvited(created.id(), invited[0]));
        }
        return created;
    }

    /**
     * Checks that a claim link, which makes an account of a dormant one, may be issued and used: where not everybody may
     * register, only those of people who may let others in.
     *
     * @param issuer empty if not known
     * @throws ForbiddenException if not
     */
    void checkClaim(Optional<AccountId> issuer) {
        RegistrationRules rules = rules();
        boolean allowed = rules.mode() == RegistrationMode.OPEN
                || rules.mode() == RegistrationMode.INVITE && rules.inviters() == Inviters.MANAGERS
                || issuer.filter(administrators::isAdministrator).isPresent();
        if (!allowed) {
            throw new ForbiddenException("registration.claim");
        }
    }

    private static ForbiddenException closed() {
        return new ForbiddenException("registration.closed");
    }
}
