package app.charla.ui.settings;

import app.charla.account.BlockList;
import app.charla.presence.PresenceService;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Settings page of what others see: last seen and read receipts, and of blocked people. */
@Route(value = PrivacyPage.NAME, layout = SettingsFrame.class)
@PermitAll
class PrivacyPage extends SettingsPage {

    static final String NAME = "privacy";

    PrivacyPage(PresenceService presences, BlockList blockList, LiveUpdates updates) {
        super(NAME);
        SignedIn person = SignedIn.required();
        add(new VisibilitySection(presences, person.account()), new BlocksSection(blockList, updates, person));
    }
}
