package app.charla.ui.settings;

import app.charla.core.AccountId;
import app.charla.presence.PresenceService;
import app.charla.ui.component.IconButton;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.Clock;

/** The way to one's own presence from anywhere. */
public class PresenceDialog extends Dialog {

    /** The person's own. */
    public PresenceDialog(PresenceService presences, AccountId person, Clock clock) {
        addClassName("presence-dialog");
        setHeaderTitle(getTranslation("settings.presence"));
        getHeader().add(new IconButton("close", getTranslation("profile.close"), click -> close()));
        add(new PresenceForm(presences, person, clock));
    }
}
