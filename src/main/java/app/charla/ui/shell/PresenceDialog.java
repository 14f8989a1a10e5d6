package app.charla.ui.shell;

import app.charla.core.AccountId;
import app.charla.presence.PresenceService;
import app.charla.ui.component.IconButton;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.Clock;

/** Dialog with the presence form, reachable from everywhere. */
class PresenceDialog extends Dialog {

    /** Presence of the signed-in person. */
    PresenceDialog(PresenceService presences, AccountId person, Clock clock) {
        addClassName("presence-dialog");
        setHeaderTitle(getTranslation("settings.presence"));
        getHeader().add(new IconButton("close", getTranslation("profile.close"), click -> close()));
        add(new PresenceForm(presences, person, clock));
    }
}
