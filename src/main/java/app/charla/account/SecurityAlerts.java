package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Security alerts: events of the security log by which somebody could take an account over, shown on its other devices
 * until they are dismissed there. Each device dismisses for itself, so that a thief's cannot silence the owner's. Events
 * from before a device first signed in do not concern it. Changes publish {@link SecurityAlerted}.
 *
 * @see <a href="../../../../../docs/decisions/045-known-devices-and-failed-sign-ins.md">decision 045</a>
 */
@Service
public class SecurityAlerts {

    private static final int MAX_ALERTS = 20;

    private final SecurityEventRepository events;
    private final KnownDeviceRepository devices;
    private final SessionService sessions;
    private final SecurityLog log;

    SecurityAlerts(
            SecurityEventRepository events, KnownDeviceRepository devices, SessionService sessions, SecurityLog log) {
        this.events = events;
        this.devices = devices;
        this.sessions = sessions;
        this.log = log;
    }

    /**
     * The alerts that are to be shown on the device of a session, oldest first, at most 20; none for a personal access token.
     */
    @Transactional(readOnly = true)
    public List<SecurityEvent> alerts(AccountId actor, UUID session) {
        return events.findAlerts(actor.value(), session, Limit.of(MAX_ALERTS)).stream()
                .map(SecurityEventEntity::toEvent)
                .toList();
    }

    /**
     * Dismisses an alert on the device of a session, and those before it.
     *
     * @throws NotFoundException if it is not shown there
     */
    @Transactional
    public void dismiss(AccountId actor, UUID session, UUID alert) {
        dismiss(actor, session, find(actor, session, alert));
    }

    /**
     * Rejects an alert, "this was not me": ends the session that it is about, unless it has ended or is the actor's own, and
     * dismisses the alert. The actor is to choose a new password then, which ends all other sessions.
     *
     * @return whether a session was ended
     * @throws NotFoundException if the alert is not shown on the device of the session
     */
    @Transactional
    public boolean reject(AccountId actor, UUID session, UUID alert) {
        SecurityEvent event = find(actor, session, alert);
        Optional<UUID> suspect = sessions.findAll(actor).stream()
                .map(Session::id)
                .filter(one -> one.equals(event.session()) && !one.equals(session))
                .findFirst();
        suspect.ifPresent(one -> sessions.end(actor, one));
        dismiss(actor, session, event);
        return suspect.isPresent();
    }

    private void dismiss(AccountId actor, UUID session, SecurityEvent event) {
        devices.dismissAlerts(actor.value(), session, event.id());
        log.publishAlerts(actor);
    }

    private SecurityEvent find(AccountId actor, UUID session, UUID alert) {
        return alerts(actor, session).stream()
                .filter(event -> event.id().equals(alert))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
