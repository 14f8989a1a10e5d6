package app.charla.account;

import app.charla.account.SecurityEvent.Kind;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Instance administrators, who look after the whole server. For everybody else what is theirs does not exist
 * ({@link NotFoundException}). {@link SetupCode} makes the first; one always stays.
 */
@Service
public class Administrators {

    private final AccountRepository accounts;
    private final Reauthentication reauthentication;
    private final SecurityLog log;

    Administrators(AccountRepository accounts, Reauthentication reauthentication, SecurityLog log) {
        this.accounts = accounts;
        this.reauthentication = reauthentication;
        this.log = log;
    }

    /** Returns whether an account is an instance administrator. */
    public boolean isAdministrator(AccountId account) {
        return accounts.existsByIdAndAdministratorTrue(account.value());
    }

    /** @throws NotFoundException if the actor is no instance administrator */
    public void require(AccountId actor) {
        if (!isAdministrator(actor)) {
            throw new NotFoundException();
        }
    }

    /** Returns all administrators by username. Administrators only. */
    @Transactional(readOnly = true)
    public List<Profile> administrators(AccountId actor) {
        require(actor);
        return accounts.findAdministrators().stream()
                .map(AccountEntity::toProfile)
                .toList();
    }

    /**
     * Makes somebody an administrator; for one who is it changes nothing. Administrators only.
     *
     * @param session the session of the request; requires a fresh {@link Reauthentication}
     * @param address the network address of the request, for the security log
     * @throws NotFoundException if there is no such person, or nobody has claimed the account yet
     */
    @Transactional
    public void appoint(AccountId actor, UUID session, AccountId person, String address) {
        require(actor);
        reauthentication.require(actor, session);
        AccountEntity account = accounts.findById(person.value())
                .filter(found -> !found.isWaiting() && !found.isDormant())
                .orElseThrow(NotFoundException::new);
        if (!account.isAdministrator()) {
            account.appoint();
            log.record(actor, Kind.ADMINISTRATOR_ADDED, account.toProfile().username(), address);
            log.record(person, Kind.ADMINISTRATOR_ROLE_GIVEN, username(actor), "");
        }
    }

    /**
     * Takes the role from an administrator, perhaps the actor. Administrators only.
     *
     * @param session the session of the request; requires a fresh {@link Reauthentication}
     * @param address the network address of the request, for the security log
     * @throws NotFoundException if the person is none
     * @throws ConflictException if there is no other
     */
    @Transactional
    public void dismiss(AccountId actor, UUID session, AccountId person, String address) {
        require(actor);
        reauthentication.require(actor, session);
        require(person);
        if (accounts.dismiss(person.value()) == 0) {
            throw new ConflictException("administrator.last");
        }
        log.record(actor, Kind.ADMINISTRATOR_REMOVED, username(person), address);
        log.record(person, Kind.ADMINISTRATOR_ROLE_TAKEN, username(actor), "");
    }

    /**
     * Checks that people who have accounts keep an administrator when an account is deleted.
     *
     * @throws ConflictException if it is the last administrator, and there are others
     */
    @Transactional(readOnly = true)
    public void requireOther(AccountId leaving) {
        if (isAdministrator(leaving) && accounts.dependOn(leaving.value())) {
            throw new ConflictException("deletion.last-administrator");
        }
    }

    private String username(AccountId account) {
        return accounts.findById(account.value())
                .map(found -> found.toProfile().username())
                .orElse("");
    }
}
