package app.charla.ui.space;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.space.Invite;
import app.charla.space.InviteService;
import app.charla.space.SpaceRole;
import app.charla.ui.component.ConfirmDialog;
import app.charla.ui.component.TimeText;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;

/** Invites of a space: creating one, and the list with their use. */
class InvitesPanel extends Div {

    private final Actor actor;
    private final transient InviteService inviteService;
    private final transient ProfileDirectory profiles;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing = new Paragraph(getTranslation("invites.none"));

    InvitesPanel(
            Actor actor, SpaceRole mine, InviteService inviteService, ChatService chats, ProfileDirectory profiles) {
        this.actor = actor;
        this.inviteService = inviteService;
        this.profiles = profiles;
        addClassName("invites");
        list.addClassName("devices");
        nothing.addClassName("hint");
        add(new NewInvite(actor, mine, inviteService, chats, this::load), list, nothing);
        load();
    }

    private void load() {
        list.removeAll();
        List<Invite> all = inviteService.invites(actor);
        all.stream().filter(this::matters).forEach(invite -> list.add(row(invite)));
        nothing.setVisible(list.getChildren().findAny().isEmpty());
    }

    /** Omits invites that were revoked before anybody used them. */
    private boolean matters(Invite invite) {
        return !invite.revoked() || !invite.joined().isEmpty();
    }

    private ListItem row(Invite invite) {
        var title = new Span(
                getTranslation("invites.by", name(invite.createdBy()), getTranslation("log.role." + invite.role())));
        title.addClassName("name");
        var facts = new Span(used(invite));
        facts.addClassName("hint");
        if (invite.revoked()) {
            facts.add(" · " + getTranslation("invites.revoked"));
        } else {
            facts.add(new Span(" · " + getTranslation("invites.until") + " "), new TimeText(invite.expiresAt()));
        }
        var text = new Div(title, facts);
        text.addClassName("text");
        if (!invite.joined().isEmpty()) {
            var joined = new Span(getTranslation(
                    "invites.joined", invite.joined().stream().map(this::name).collect(Collectors.joining(", "))));
            joined.addClassName("hint");
            text.add(joined);
        }
        var row = new ListItem(text);
        if (!invite.revoked()) {
            var revoke = new NativeButton(getTranslation("invites.revoke"), click -> ask(invite));
            revoke.addClassNames("button", "secondary");
            row.add(revoke);
        }
        return row;
    }

    private String used(Invite invite) {
        Integer most = invite.maxUses();
        return most == null
                ? getTranslation("invites.used", invite.uses())
                : getTranslation("invites.used.of", invite.uses(), most);
    }

    private void ask(Invite invite) {
        ConfirmDialog.ask(
                getTranslation("invites.revoke.title"),
                getTranslation("invites.revoke.text"),
                getTranslation("invites.revoke"),
                () -> {
                    inviteService.revoke(actor, invite.id());
                    load();
                });
    }

    private String name(AccountId id) {
        Profile person = profiles.findByIds(List.of(id)).get(id);
        return person == null ? "?" : person.name();
    }
}
