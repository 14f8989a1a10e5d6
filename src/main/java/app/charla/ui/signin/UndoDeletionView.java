package app.charla.ui.signin;

import app.charla.personaldata.AccountDeletion;
import app.charla.personaldata.PendingDeletion;
import app.charla.ui.Addresses;
import app.charla.ui.component.FullPage;
import app.charla.ui.component.TimeText;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Question after signing in to an account that is about to be deleted: keep it or not. */
@Route(value = Addresses.UNDO_DELETION, autoLayout = false)
@PermitAll
class UndoDeletionView extends FullPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient AccountDeletion deletion;
    private final transient SignOut signOut;
    private final SignedIn person = SignedIn.required();

    UndoDeletionView(AccountDeletion deletion, SignOut signOut) {
        super("", "deletion.pending.title", "deletion.pending.text");
        this.deletion = deletion;
        this.signOut = signOut;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<PendingDeletion> pending = deletion.pending(person.account());
        if (pending.isEmpty()) {
            event.forwardTo("");
            return;
        }
        var stay = new NativeButton(getTranslation("deletion.undo"), click -> stay());
        stay.addClassNames("button", "primary");
        var go = new NativeButton(getTranslation("settings.signOut"), click -> signOut.thisSession());
        go.addClassNames("button", "secondary");
        var buttons = new Div(stay, go);
        buttons.addClassName("buttons");
        var when = new Paragraph(
                new Span(getTranslation("deletion.due") + " "),
                new TimeText(pending.get().dueAt()));
        addToCard(when, buttons);
    }

    private void stay() {
        deletion.cancel(person.account(), VaadinRequest.getCurrent().getRemoteAddr());
        getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("deletion.pending.title") + " · Charla";
    }
}
