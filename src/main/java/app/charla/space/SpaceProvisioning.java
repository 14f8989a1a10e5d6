package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.space.Space.State;
import app.charla.space.SpaceProgressed.Step;
import app.charla.storage.DatabaseAddress;
import app.charla.storage.ForeignFileException;
import app.charla.storage.ProvisioningException;
import app.charla.storage.SpaceProvisioner;
import app.charla.storage.SpaceStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Provisions requested spaces and removes deleted ones, a few at a time. Each step is repeatable and recorded before the
 * next begins, so that interrupted work continues after a restart.
 *
 * @see <a href="../../../../../docs/decisions/015-space-lifecycle.md">decision 015</a>
 */
@Component
class SpaceProvisioning {

    private static final int MAX_ATTEMPTS = 3;
    private static final long RETRY_DELAY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Logger log = LoggerFactory.getLogger(SpaceProvisioning.class);

    private final SpaceRegister register;
    private final SpaceRepository spaces;
    private final SpaceClaims claims;
    private final SpaceProvisioner provisioner;
    private final SpaceStore store;
    private final SettingsTable settings;
    private final SpaceRestoring restoring;
    private final ApplicationEventPublisher events;
    private final ExecutorService workers;
    private final Set<SpaceId> inProgress = ConcurrentHashMap.newKeySet();

    SpaceProvisioning(
            SpaceRegister register,
            SpaceRepository spaces,
            SpaceClaims claims,
            SpaceProvisioner provisioner,
            SpaceStore store,
            SettingsTable settings,
            SpaceRestoring restoring,
            SpaceProperties properties,
            ApplicationEventPublisher events) {
        this.register = register;
        this.spaces = spaces;
        this.claims = claims;
        this.provisioner = provisioner;
        this.store = store;
        this.settings = settings;
        this.restoring = restoring;
        this.events = events;
        this.workers = Executors.newFixedThreadPool(
                properties.atOnce(),
                Thread.ofPlatform().daemon().name("space-provisioning-", 0).factory());
    }

    /** Runs before the first upload of this process. */
    @PostConstruct
    void deleteAbandonedUploads() {
        restoring.deleteUnneeded(
                spaces.findByStateIn(List.of(State.REQUESTED, State.PROVISIONING, State.FAILED)).stream()
                        .flatMap(space -> space.upload().stream())
                        .collect(Collectors.toSet()));
    }

    /** Continues what the end of the last process interrupted. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        startAll(spaces.findByStateIn(List.of(State.REQUESTED, State.PROVISIONING, State.DELETING)));
    }

    /** Continues what a process that ended left unfinished, once its claim has expired. */
    @Scheduled(
            fixedDelayString = "${charla.space.take-over-seconds:10}",
            initialDelayString = "${charla.space.take-over-seconds:10}",
            timeUnit = TimeUnit.SECONDS)
    void takeOver() {
        startAll(spaces.findAbandoned());
        startAll(spaces.findByStateIn(List.of(State.REQUESTED, State.PROVISIONING)));
    }

    /** The home space is made by {@link HomeSpace}. */
    private void startAll(List<SpaceEntity> found) {
        found.stream().map(SpaceEntity::toSpace).filter(space -> !space.home()).forEach(space -> start(space.id()));
    }

    /** Provisions or removes a space soon, on a worker thread. Does nothing if that is in progress already, here or elsewhere. */
    void start(SpaceId space) {
        if (inProgress.add(space)) {
            workers.execute(() -> {
                try {
                    runClaimed(space);
                } finally {
                    inProgress.remove(space);
                }
            });
        }
    }

    private void runClaimed(SpaceId space) {
        try {
            if (claims.take(space)) {
                try {
                    run(space);
                } finally {
                    claims.release(space);
                }
            }
        } catch (RuntimeException away) { // as long as the directory does not answer
            log.warn("space {} is gone on with later", space, away);
        }
    }

    private void run(SpaceId space) {
        try {
            advanceWithRetries(space);
        } catch (ClaimLostException elsewhere) {
            log.info("another process goes on with space {}", space);
        } catch (UnavailableException failure) {
            fail(space, "unavailable", failure);
        } catch (ForeignFileException failure) {
            fail(space, "file", failure);
        } catch (ProvisioningException failure) {
            fail(space, "refused", failure);
        } catch (RuntimeException failure) {
            fail(space, "internal", failure);
        }
    }

    /**
     * Retries from the step that failed: a server may report a database as created and yet not find it for a moment, and
     * may fail to answer at any other step.
     */
    private void advanceWithRetries(SpaceId space) {
        for (int attempt = 1; ; attempt++) {
            try {
                advance(space);
                return;
            } catch (UnavailableException failure) {
                if (attempt == MAX_ATTEMPTS) {
                    throw failure;
                }
                LockSupport.parkNanos(attempt * RETRY_DELAY_NANOS);
            }
        }
    }

    private void advance(SpaceId space) {
        SpaceEntity entity = register.entity(space);
        if (entity.state() == State.DELETING) {
            remove(entity);
            return;
        }
        if (entity.state() == State.REQUESTED) {
            publish(entity, change(space, (row, now) -> row.changeState(State.PROVISIONING, now)), Step.STARTED);
        } else if (entity.state() != State.PROVISIONING) {
            return;
        }
        if (entity.address().isEmpty()) {
            claims.require(space);
            DatabaseAddress address = provisioner.create(space);
            publish(entity, change(space, (row, now) -> row.assignDatabase(address)), Step.DATABASE);
        }
        SpaceSpec spec = SpaceSpec.fromJson(entity.spec());
        Map<AccountId, SpaceRole> people = spec.upload() == null ? Map.of() : restore(entity, spec.upload());
        store.open(space);
        publish(entity, register.space(space), Step.SCHEMA);
        initialise(entity, spec);
        publish(entity, register.space(space), Step.CONTENT);
        claims.require(space);
        publish(entity, register.markReady(space, people), Step.READY);
        if (spec.upload() != null) {
            restoring.deleteUpload(spec.upload());
        }
    }

    /** Changes the entry of a space that this process still holds. */
    private Space change(SpaceId space, BiConsumer<SpaceEntity, Instant> change) {
        return register.change(space, (row, now) -> {
            claims.require(space);
            change.accept(row, now);
        });
    }

    private Map<AccountId, SpaceRole> restore(SpaceEntity entity, String upload) {
        DatabaseAddress address = register.entity(entity.id()).address().orElseThrow();
        return restoring.load(entity.id(), address, entity.creator(), upload);
    }

    private void remove(SpaceEntity entity) {
        store.close(entity.id());
        claims.require(entity.id());
        entity.address().ifPresent(address -> provisioner.delete(entity.id(), address));
        entity.upload().ifPresent(restoring::deleteUpload);
        publish(entity, register.erase(entity.id()), Step.DELETED);
    }

    private void initialise(SpaceEntity entity, SpaceSpec spec) {
        store.<Boolean>write(entity.id(), transaction -> {
            if (settings.find().isEmpty()) {
                settings.save(spec.settings());
            }
            return true;
        });
        boolean hasRetention = store.read(entity.id(), settings::find)
                .map(SpaceSettings::retentionDays)
                .isPresent();
        register.change(entity.id(), (row, now) -> row.changeRetention(hasRetention));
        events.publishEvent(new SpacePrepared(new Actor(entity.id(), entity.creator()), spec.chats()));
    }

    private void fail(SpaceId space, String reason, RuntimeException failure) {
        log.warn("provisioning or removal of space {} failed: {}", space, reason, failure);
        State reached = register.entity(space).state(); // removals are retried later
        boolean provisioning = reached == State.REQUESTED || reached == State.PROVISIONING;
        if (provisioning && !workers.isShutdown()) { // after a shutdown the next start resumes it
            Space failed = change(space, (row, now) -> row.fail(reason, now));
            publish(register.entity(space), failed, Step.FAILED);
        }
    }

    private void publish(SpaceEntity entity, Space space, Step step) {
        events.publishEvent(new SpaceProgressed(entity.creator(), space, step));
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
