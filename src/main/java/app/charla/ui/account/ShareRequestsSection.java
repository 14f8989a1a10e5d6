package app.charla.ui.account;

import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.share.Share;
import app.charla.share.Shares;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;

/** What others want to show of one's words: nothing of it is shown before one agrees. */
class ShareRequestsSection extends SettingsSection {

    private final transient Shares shares;
    private final SignedIn person;
    private final Div body = new Div();

    ShareRequestsSection(Shares shares, SignedIn person) {
        super("share.requests");
        this.shares = shares;
        this.person = person;
        add(body);
        load();
    }

    private void load() {
        List<Share> asked = shares.requests(person.account());
        body.removeAll();
        if (asked.isEmpty()) {
            var none = new Paragraph(getTranslation("share.requests.none"));
            none.addClassName("hint");
            body.add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("devices");
        asked.forEach(share -> list.add(row(share)));
        body.add(list);
    }

    private ListItem row(Share share) {
        var words = new Div();
        words.addClassName("text");
        words(share).forEach(said -> words.add(new Span("“" + said + "”")));
        var agree = new NativeButton(getTranslation("share.agree"), click -> answer(share, Shares::consent));
        agree.addClassNames("button", "primary");
        var refuse = new NativeButton(getTranslation("share.refuse"), click -> answer(share, Shares::refuse));
        refuse.addClassNames("button", "secondary");
        return new ListItem(words, agree, refuse);
    }

    private List<String> words(Share share) {
        try {
            return shares.ownWords(person.account(), share);
        } catch (NotFoundException chatIsGone) {
            return List.of();
        }
    }

    private interface Answer {
        void give(Shares shares, AccountId account, UUID share);
    }

    private void answer(Share share, Answer answer) {
        answer.give(shares, person.account(), share.id());
        load();
    }
}
