package app.charla.space;

import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.SpaceProvisioner;
import app.charla.storage.SpaceStore;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The home space, of which everybody is a member: found or made at the start. In a new installation it has a database of
 * its own wherever spaces have; in older ones on a server it shares that of the directory.
 */
@Component
class HomeSpace {

    static final String SLUG = "home";
    private static final String NAME = "Plaza Mayor";
    private static final String COLOR = "#1f9d61";
    private static final long PAUSE_MILLIS = 500;

    private final SpaceId id;

    HomeSpace(
            SpaceRegister register,
            SpaceRepository spaces,
            SpaceClaims claims,
            SpaceProvisioner provisioner,
            SpaceStore store,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.id = findOrRequest(spaces, transactions, clock);
        while (!register.space(id).isReady()) { // another process may be making it
            if (claims.take(id)) {
                try {
                    provision(register, provisioner, store);
                } finally {
                    claims.release(id);
                }
            } else {
                pause();
            }
        }
    }

    SpaceId id() {
        return id;
    }

    /** Finds or inserts the entry in one transaction: another process may be starting, too. */
    private static SpaceId findOrRequest(SpaceRepository spaces, PlatformTransactionManager transactions, Clock clock) {
        var home = new TransactionTemplate(transactions)
                .execute(status -> spaces.findByHomeTrue()
                        .orElseGet(() -> spaces.saveAndFlush(
                                SpaceEntity.home(SLUG, SpaceName.of(NAME), COLOR, clock.instant()))));
        return Objects.requireNonNull(home).id();
    }

    private void provision(SpaceRegister register, SpaceProvisioner provisioner, SpaceStore store) {
        if (register.space(id).isReady()) {
            return;
        }
        if (register.entity(id).address().isEmpty()) {
            DatabaseAddress address = provisioner.createHome(id);
            register.change(id, (entity, now) -> {
                entity.assignDatabase(address);
                entity.changeState(Space.State.PROVISIONING, now);
            });
        }
        store.open(id);
        register.change(id, SpaceEntity::markReady);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(stopping);
        }
    }
}
