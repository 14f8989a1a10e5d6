package app.charla.ui.shell;

import app.charla.core.AccountId;
import app.charla.presence.PresenceService;
import app.charla.ui.component.IconButton;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.Clock;

/** The dialog with the person's own presence, opened from the account menu. */
class PresenceDialog extends Dialog {

    PresenceDialog(PresenceService presences, AccountId person, Clock clock) {
        addClassName("presence-dialog");
        setHeaderTitle(getTranslation("settings.presence"));
        getHeader().add(new IconButton("close", getTranslation("profile.close"), click -> close()));
        add(new PresenceForm(presences, person, clock));
    }
}
