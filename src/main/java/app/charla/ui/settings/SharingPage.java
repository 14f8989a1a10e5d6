package app.charla.ui.settings;

import app.charla.account.ProfileDirectory;
import app.charla.share.ShareService;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Settings page of share links. */
@Route(value = SharingPage.NAME, layout = SettingsFrame.class)
@PermitAll
class SharingPage extends SettingsPage {

    static final String NAME = "sharing";

    SharingPage(ShareService shareService, ProfileDirectory profiles, LiveUpdates updates) {
        super(NAME);
        SignedIn person = SignedIn.required();
        add(new ShareRequestsSection(shareService, profiles, updates, person), new SharesSection(shareService, person));
    }
}
