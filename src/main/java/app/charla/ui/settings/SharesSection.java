package app.charla.ui.settings;

import app.charla.share.Share;
import app.charla.share.ShareService;
import app.charla.ui.component.TimeText;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Share links made by this person, each with a button that revokes it. */
class SharesSection extends SettingsSection {

    private final transient ShareService shareService;
    private final SignedIn person;
    private final Div body = new Div();

    SharesSection(ShareService shareService, SignedIn person) {
        super("share.own");
        this.shareService = shareService;
        this.person = person;
        add(new Paragraph(getTranslation("share.own.text")), body);
        load();
    }

    private void load() {
        List<Share> own = shareService.shares(person.account());
        body.removeAll();
        if (own.isEmpty()) {
            var none = new Paragraph(getTranslation("share.own.none"));
            none.addClassName("hint");
            body.add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("devices");
        own.forEach(share -> list.add(row(share)));
        body.add(list);
    }

    private ListItem row(Share share) {
        long count = share.lastSeq() - share.firstSeq() + 1;
        var name = new Span(getTranslation(count == 1 ? "share.count.one" : "share.count.other", count));
        var until = new Span(new Span(getTranslation("share.until") + " "), new TimeText(share.expiresAt()));
        until.addClassName("hint");
        var text = new Div(name, until);
        text.addClassName("text");
        if (share.awaited() > 0) {
            var waits = new Span(getTranslation("share.awaited"));
            waits.addClassName("hint");
            text.add(waits);
        }
        var revoke = new NativeButton(getTranslation("share.revoke"), click -> {
            shareService.revoke(person.account(), share.id());
            load();
        });
        revoke.addClassNames("button", "secondary");
        return new ListItem(text, revoke);
    }
}
