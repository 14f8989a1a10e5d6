package app.charla.ui.account;

import app.charla.account.AccountService;
import app.charla.account.Profile;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.share.Share;
import app.charla.share.Shares;
import app.charla.ui.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others want to show of one's words: nothing of it is shown before one agrees. */
class ShareRequestsSection extends SettingsSection implements LiveUpdates.SpacesPanel {

    private final transient Shares shares;
    private final transient AccountService accounts;
    private final transient LiveUpdates updates;
    private final SignedIn person;
    private final Div body = new Div();
    private @Nullable Registration registration;

    ShareRequestsSection(Shares shares, AccountService accounts, LiveUpdates updates, SignedIn person) {
        super("share.requests");
        this.shares = shares;
        this.accounts = accounts;
        this.updates = updates;
        this.person = person;
        add(body);
        load();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        registration = updates.register(this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (registration != null) {
            registration.remove();
        }
    }

    @Override
    public void shareRequestsChanged() {
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
        list.addClassNames("devices", "share-requests");
        asked.forEach(share -> list.add(row(share)));
        body.add(list);
    }

    private ListItem row(Share share) {
        var words = new Div();
        words.addClassName("text");
        Profile by = accounts.profiles(List.of(share.by())).get(share.by());
        var who = new Span(getTranslation("share.request", by == null ? getTranslation("person.gone") : by.name()));
        who.addClassName("name");
        words.add(who);
        words(share).forEach(said -> words.add(new Span("“" + said + "”")));
        var agree = new NativeButton(getTranslation("share.agree"), click -> answer(share, Shares::consent));
        agree.addClassNames("button", "primary");
        var refuse = new NativeButton(getTranslation("share.refuse"), click -> answer(share, Shares::refuse));
        refuse.addClassNames("button", "secondary");
        var buttons = new Div(refuse, agree);
        buttons.addClassName("buttons");
        return new ListItem(words, buttons);
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
