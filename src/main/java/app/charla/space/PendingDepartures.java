package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.UnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is out of a space by the directory but not yet out of its chats. The two are different databases: what a crash
 * leaves undone is done after the next start, and before somebody comes back.
 */
@Component
class PendingDepartures {

    private static final Logger log = LoggerFactory.getLogger(PendingDepartures.class);

    private final DepartureRepository departures;
    private final ApplicationEventPublisher events;

    PendingDepartures(DepartureRepository departures, ApplicationEventPublisher events) {
        this.departures = departures;
        this.events = events;
    }

    /** Writes down that somebody goes; part of the transaction that takes them out. */
    void begin(Actor who) {
        departures.save(new DepartureEntity(who));
    }

    /** Takes somebody out of the chats who has gone, if that was left undone. */
    void finish(Actor who) {
        if (departures.existsById(SpaceMemberEntity.Key.of(who))) {
            finish(who, null);
        }
    }

    void finish(Actor who, @Nullable AccountId by) {
        events.publishEvent(new SpaceLeft(who, by));
        departures.deleteById(SpaceMemberEntity.Key.of(who));
    }

    @EventListener(ApplicationReadyEvent.class)
    void finishAll() {
        for (DepartureEntity each : departures.findAll()) {
            try {
                finish(each.actor(), null);
            } catch (UnavailableException later) {
                log.warn("{} is still in the chats of a space that does not answer", each.actor(), later);
            }
        }
    }
}
