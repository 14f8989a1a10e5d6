package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Departures that are recorded in the directory but not yet applied to the chats of the space. These are different
 * databases: a departure that a crash interrupts is finished after the next start, and before the account joins again.
 */
@Component
class PendingDepartures {

    private static final Logger log = LoggerFactory.getLogger(PendingDepartures.class);

    private final DepartureRepository departures;
    private final SpaceClaims claims;
    private final ApplicationEventPublisher events;

    PendingDepartures(DepartureRepository departures, SpaceClaims claims, ApplicationEventPublisher events) {
        this.departures = departures;
        this.claims = claims;
        this.events = events;
    }

    /** Records a departure; part of the transaction that deletes the membership. */
    void begin(Actor actor) {
        departures.save(new DepartureEntity(actor));
    }

    /** Finishes the departure of an account, if it is pending. */
    void finish(Actor actor) {
        if (departures.existsById(SpaceMemberEntity.Key.of(actor))) {
            finish(actor, null);
        }
    }

    void finish(Actor actor, @Nullable AccountId by) {
        events.publishEvent(new SpaceLeft(actor, by));
        departures.deleteById(SpaceMemberEntity.Key.of(actor));
    }

    /** Finishes the departures that the last process left pending. Those of a space that another one holds are its own. */
    @EventListener(ApplicationReadyEvent.class)
    void finishAll() {
        for (DepartureEntity each : departures.findAll()) {
            SpaceId space = each.actor().space();
            if (claims.take(space)) {
                try {
                    finish(each.actor());
                } catch (UnavailableException later) {
                    log.warn("departure of {} stays pending: the space does not answer", each.actor(), later);
                } finally {
                    claims.release(space);
                }
            }
        }
    }
}
