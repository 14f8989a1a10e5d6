package app.charla.ui.settings;

import app.charla.account.ProfileDirectory;
import app.charla.share.Share;
import app.charla.share.ShareService;
import app.charla.ui.ShareConsentPrompt;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Requests of others to share messages of this person; nothing is shown outside before they agree. */
class ShareRequestsSection extends SettingsSection implements AccountListener {

    private final transient ShareService shareService;
    private final transient ProfileDirectory profiles;
    private final SignedIn person;
    private final Div body = new Div();

    ShareRequestsSection(ShareService shareService, ProfileDirectory profiles, LiveUpdates updates, SignedIn person) {
        super("share.requests");
        this.shareService = shareService;
        this.profiles = profiles;
        this.person = person;
        updates.registerWhileAttached(this);
        add(body);
        load();
    }

    @Override
    public void shareRequestsChanged() {
        load();
    }

    private void load() {
        List<Share> asked = shareService.requests(person.account());
        body.removeAll();
        if (asked.isEmpty()) {
            var none = new Paragraph(getTranslation("share.requests.none"));
            none.addClassName("hint");
            body.add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("devices", "share-requests");
        asked.forEach(share -> list.add(
                new ListItem(new ShareConsentPrompt(shareService, profiles, person.account(), share, this::load))));
        body.add(list);
    }
}
