package app.charla.ui.chat.conversation;

import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.share.IssuedShare;
import app.charla.share.ShareService;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.Choice;
import app.charla.ui.component.CopyLink;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.Map;

/** The dialog that creates a share link: how many messages, for how long, and then the link. */
class ShareDialog extends Dialog {

    private final OpenChat open;
    private final long seq;
    private final transient ShareService shareService;
    private int count = 1;
    private int days = 7;

    ShareDialog(OpenChat open, boolean isPublic, long seq, ShareService shareService) {
        this.open = open;
        this.seq = seq;
        this.shareService = shareService;
        addClassName("new-chat");
        setHeaderTitle(getTranslation("share.title"));
        Map<Integer, String> counts = new LinkedHashMap<>();
        for (int each : new int[] {1, 2, 5, 10}) {
            if (each <= seq) {
                counts.put(each, getTranslation(each == 1 ? "share.count.this" : "share.count.before", each - 1));
            }
        }
        Map<Integer, String> durations = new LinkedHashMap<>();
        for (int each : new int[] {1, 7, 30}) {
            durations.put(each, getTranslation("share.days." + each));
        }
        add(
                new Paragraph(getTranslation(isPublic ? "share.text.public" : "share.text.private")),
                new Choice<>("share-count", getTranslation("share.count"), counts, count, chosen -> count = chosen),
                new Choice<>("share-days", getTranslation("share.days"), durations, days, chosen -> days = chosen));
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        var make = new NativeButton(getTranslation("share.make"), click -> createLink());
        make.addClassNames("button", "primary");
        getFooter().add(cancel, make);
    }

    private void createLink() {
        try {
            show(shareService.share(open.actor(), open.chat(), seq - count + 1, seq, days));
        } catch (InvalidException | NotFoundException refused) {
            close();
            Toast.show(FailureText.text(refused, getLocale()));
        }
    }

    private void show(IssuedShare issued) {
        removeAll();
        getFooter().removeAll();
        if (issued.share().awaited() > 0) {
            add(new Paragraph(getTranslation("share.awaited")));
        }
        add(new CopyLink("/" + Addresses.shared(issued.token()), getTranslation("share.link")));
        var done = new NativeButton(getTranslation("share.done"), click -> close());
        done.addClassNames("button", "primary");
        getFooter().add(done);
    }
}
