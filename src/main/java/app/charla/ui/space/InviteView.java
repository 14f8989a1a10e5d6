package app.charla.ui.space;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.space.Invite;
import app.charla.space.InviteService;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.security.SignedIn;
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
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Page of an invite: the space it leads to, and a button to join. An invalid invite reveals nothing. */
@Route(value = Addresses.INVITE, autoLayout = false)
@PermitAll
class InviteView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient InviteService inviteService;
    private final transient ChatService chats;
    private final transient ProfileDirectory profiles;
    private final SignedIn person = SignedIn.required();

    InviteView(InviteService inviteService, ChatService chats, ProfileDirectory profiles) {
        this.inviteService = inviteService;
        this.chats = chats;
        this.profiles = profiles;
        addClassNames("full-page", "invite-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElseThrow();
        try {
            Invite.Preview preview = inviteService.preview(person.account(), token);
            if (preview.joined()) {
                event.forwardTo(Addresses.space(preview.space().slug()));
            } else {
                show(preview, token);
            }
        } catch (NotFoundException noLongerValid) {
            say("invite.gone.title", getTranslation("invite.gone.text"));
        } catch (TooManyRequestsException tooMany) {
            say("failure.title", FailureText.text(tooMany, getLocale()));
        }
    }

    private void show(Invite.Preview preview, String token) {
        Profile inviter = profiles.findByIds(List.of(preview.inviter())).get(preview.inviter());
        var by = new Paragraph(getTranslation("invite.text", inviter == null ? "?" : inviter.name()));
        var people = new Paragraph(getTranslation(
                preview.members() == 1 ? "conversation.people.one" : "conversation.people.other", preview.members()));
        people.addClassName("hint");
        removeAll();
        add(new JoinCard(preview.space(), () -> join(token), by, people));
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

    private void join(String token) {
        try {
            Invite.Admission admission = inviteService.accept(person.account(), token);
            String slug = admission.space().slug();
            String address = admission.chat() != null
                    ? Addresses.chat(slug, admission.chat())
                    : chats.publicChats(admission.actor()).stream()
                            .findFirst()
                            .map(chat -> Addresses.chat(slug, chat.id()))
                            .orElseGet(() -> Addresses.space(slug));
            UI.getCurrent().navigate(address);
        } catch (NotFoundException noLongerValid) {
            say("invite.gone.title", getTranslation("invite.gone.text"));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invite.title") + " · Charla";
    }
}
