package app.charla.ui.space;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.space.Invite;
import app.charla.space.InviteService;
import app.charla.space.Space;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.PendingInvite;
import app.charla.ui.signin.VisitorEntrance;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Page of an invite: the space it leads to, and a button to join; for a visitor who is not signed in, the ways to an account.
 * Whoever chose one of them as a visitor is let in without being asked again. An invalid invite reveals nothing.
 */
@Route(value = Addresses.INVITE, autoLayout = false)
@AnonymousAllowed
class InviteView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient InviteService inviteService;
    private final transient ChatService chats;
    private final transient InviteWords words;
    private final transient PendingInvite pending;
    private final VisitorEntrance entrance;

    InviteView(
            InviteService inviteService,
            ChatService chats,
            InviteWords words,
            PendingInvite pending,
            VisitorEntrance entrance) {
        this.inviteService = inviteService;
        this.chats = chats;
        this.words = words;
        this.pending = pending;
        this.entrance = entrance;
        addClassNames("full-page", "invite-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElseThrow();
        Optional<AccountId> account = SignedIn.current().map(SignedIn::account);
        try {
            if (account.isPresent()) {
                enter(event, account.get(), token);
            } else {
                showToVisitor(token);
            }
        } catch (NotFoundException noLongerValid) {
            say("invite.gone.title", getTranslation("invite.gone.text"));
        } catch (TooManyRequestsException tooMany) {
            say("failure.title", FailureText.text(tooMany, getLocale()));
        }
    }

    private void showToVisitor(String token) {
        Invite.Preview preview = inviteService.previewForVisitor(
                token, VaadinRequest.getCurrent().getRemoteAddr());
        entrance.show(token);
        removeAll();
        add(new JoinCard(preview.space(), entrance, words.of(preview)));
    }

    private void enter(BeforeEnterEvent event, AccountId account, String token) {
        boolean chosen = pending.take(token);
        Invite.Preview preview = inviteService.preview(account, token);
        if (preview.joined()) {
            event.forwardTo(address(new Actor(preview.space().id(), account), preview.space(), preview.chat()));
        } else if (chosen) {
            event.forwardTo(address(inviteService.accept(account, token)));
        } else {
            removeAll();
            add(new JoinCard(preview.space(), () -> join(account, token), words.of(preview)));
        }
    }

    private void say(String title, String text) {
        var home = new Anchor("/", getTranslation("notFound.home"));
        home.setRouterIgnore(true);
        home.addClassName("button");
        var card = new Div(new H1(getTranslation(title)), new Paragraph(text), home);
        card.addClassName("card");
        removeAll();
        add(card);
    }

    private void join(AccountId account, String token) {
        try {
            UI.getCurrent().navigate(address(inviteService.accept(account, token)));
        } catch (NotFoundException noLongerValid) {
            say("invite.gone.title", getTranslation("invite.gone.text"));
        }
    }

    private String address(Invite.Admission admission) {
        return address(admission.actor(), admission.space(), admission.chat());
    }

    /** Returns the address of the chat of the invite, if the person sees it; else of the first chat that newcomers are in. */
    private String address(Actor actor, Space space, @Nullable ChatId wanted) {
        return Optional.ofNullable(wanted)
                .filter(chat -> sees(actor, chat))
                .or(() -> chats.publicChats(actor).stream()
                        .filter(chat -> chat.has(actor.account()))
                        .findFirst()
                        .map(Chat::id))
                .map(chat -> Addresses.chat(space.slug(), chat))
                .orElseGet(() -> Addresses.space(space.slug()));
    }

    private boolean sees(Actor actor, ChatId chat) {
        try {
            return chats.visible(actor, chat).visibleTo(actor.account());
        } catch (NotFoundException gone) {
            return false;
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invite.title") + " · Charla";
    }
}
