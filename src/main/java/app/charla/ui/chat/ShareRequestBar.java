package app.charla.ui.chat;

import app.charla.account.AccountService;
import app.charla.account.Profile;
import app.charla.core.NotFoundException;
import app.charla.share.Share;
import app.charla.share.Shares;
import app.charla.ui.LiveUpdates;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Asks, in the conversation it is about, whether another may show one's words outside. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ShareRequestBar extends Div implements LiveUpdates.SpacesPanel {

    private final transient Shares shares;
    private final transient AccountService accounts;
    private final transient LiveUpdates updates;
    private @Nullable OpenChat open;
    private @Nullable Registration registration;

    ShareRequestBar(Shares shares, AccountService accounts, LiveUpdates updates) {
        this.shares = shares;
        this.accounts = accounts;
        this.updates = updates;
        addClassName("share-request");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Turns to another chat. */
    void show(OpenChat chat) {
        open = chat;
        shareRequestsChanged();
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
        removeAll();
        OpenChat chat = open;
        if (chat != null) {
            shares.requests(chat.actor().account()).stream()
                    .filter(share -> share.chat().equals(chat.chat())
                            && share.space().equals(chat.actor().space()))
                    .findFirst()
                    .ifPresent(share -> ask(chat, share));
        }
        setVisible(getElement().getChildCount() > 0);
    }

    private void ask(OpenChat chat, Share share) {
        Profile by = accounts.profiles(List.of(share.by())).get(share.by());
        var who = new Span(getTranslation("share.request", by == null ? getTranslation("person.gone") : by.name()));
        who.addClassName("name");
        var words =
                new Span("“" + String.join(" … ", shares.ownWords(chat.actor().account(), share)) + "”");
        words.addClassName("hint");
        var text = new Div(who, words);
        text.addClassName("text");
        var agree = new NativeButton(
                getTranslation("share.agree"),
                click -> answer(() -> shares.consent(chat.actor().account(), share.id())));
        agree.addClassNames("button", "primary");
        var refuse = new NativeButton(
                getTranslation("share.refuse"),
                click -> answer(() -> shares.refuse(chat.actor().account(), share.id())));
        refuse.addClassNames("button", "secondary");
        var buttons = new Div(refuse, agree);
        buttons.addClassName("buttons");
        add(text, buttons);
    }

    private void answer(Command answer) {
        try {
            answer.execute();
        } catch (NotFoundException takenBack) {
            Toast.show(getTranslation("error.not-found"));
        }
        shareRequestsChanged();
    }
}
