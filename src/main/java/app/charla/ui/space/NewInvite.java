package app.charla.ui.space;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.space.Invite;
import app.charla.space.InviteService;
import app.charla.space.SpaceRole;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.component.CopyLink;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.QrImage;
import app.charla.ui.component.SelectField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Form for a new invite, whose link is shown once. */
class NewInvite extends Div {

    private static final List<Integer> DAYS = List.of(1, 7, 30, 365);
    private static final int DEFAULT_DAYS = 7;

    private final Actor actor;
    private final transient InviteService inviteService;
    private final Command made;
    private final Field uses = new Field("invite-uses", getTranslation("invites.uses"));
    private final Div result = new Div();

    /** @param made called after an invite was created */
    NewInvite(Actor actor, SpaceRole mine, InviteService inviteService, ChatService chats, Command made) {
        this.actor = actor;
        this.inviteService = inviteService;
        this.made = made;
        addClassName("new-invite");
        var lasts = new SelectField("invite-days", getTranslation("invites.lasts"), days());
        lasts.select(String.valueOf(DEFAULT_DAYS));
        uses.withType("number", "off").attribute("min", "1").attribute("inputmode", "numeric");
        uses.attribute("placeholder", getTranslation("invites.uses.any"));
        var role = new SelectField("invite-role", getTranslation("invites.role"), roles(mine));
        var chat = new SelectField("invite-chat", getTranslation("invites.chat"), places(chats.publicChats(actor)));
        var create = new NativeButton(getTranslation("invites.create"));
        create.getElement().setAttribute("type", "submit");
        create.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("invite-form");
        form.add(lasts, uses, role, chat, create);
        form.onSubmit(this::create, "invite-days", "invite-uses", "invite-role", "invite-chat");
        result.getElement().setAttribute("role", "status");
        add(form, result);
    }

    private Map<String, String> days() {
        var days = new LinkedHashMap<String, String>();
        DAYS.forEach(each -> days.put(String.valueOf(each), getTranslation("invites.lasts." + each)));
        return days;
    }

    private Map<String, String> roles(SpaceRole mine) {
        var roles = new LinkedHashMap<String, String>();
        roles.put(SpaceRole.MEMBER.name(), getTranslation("log.role.MEMBER"));
        if (mine == SpaceRole.OWNER) {
            roles.put(SpaceRole.ADMIN.name(), getTranslation("log.role.ADMIN"));
        }
        return roles;
    }

    private Map<String, String> places(List<Chat> chats) {
        var places = new LinkedHashMap<String, String>();
        places.put("", getTranslation("invites.chat.none"));
        chats.forEach(chat -> places.put(chat.id().toString(), Objects.requireNonNullElse(chat.name(), "")));
        return places;
    }

    private void create(Form.Values values) {
        try {
            var request = new Invite.Request(
                    Duration.ofDays(Long.parseLong(values.of("invite-days"))),
                    number(values.of("invite-uses")),
                    SpaceRole.valueOf(values.of("invite-role")),
                    values.of("invite-chat").isEmpty() ? null : ChatId.parse(values.of("invite-chat")));
            Invite.Issued issued = inviteService.issue(actor, request);
            uses.showError("");
            result.removeAll();
            String path = "/" + Addresses.invite(issued.token());
            result.add(new CopyLink(path, getTranslation("invites.link")));
            showQrCode(path);
            made.execute();
        } catch (InvalidException invalid) {
            uses.showError(FailureText.text(invalid, getLocale()));
        }
    }

    /** Adds the link as a QR code; only the browser knows the host by which others reach the server. */
    private void showQrCode(String path) {
        getElement().executeJs("return location.origin").then(String.class, origin -> {
            if (origin.matches("https?://[^/]{1,255}")) {
                result.add(new QrImage(origin + path, getTranslation("invites.qr")));
            }
        });
    }

    private static @Nullable Integer number(String written) {
        if (written.isBlank()) {
            return null;
        }
        return written.strip().matches("\\d{1,6}") ? Integer.valueOf(written.strip()) : Integer.valueOf(0);
    }
}
