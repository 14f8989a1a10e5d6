package app.charla.ui.settings;

import app.charla.core.AccountId;
import app.charla.presence.PresenceService;
import app.charla.ui.shell.PresenceForm;
import java.time.Clock;

/** Presence: availability and status. */
class PresenceSection extends SettingsSection {

    PresenceSection(PresenceService presences, AccountId person, Clock clock) {
        super("settings.presence");
        add(new PresenceForm(presences, person, clock));
    }
}
