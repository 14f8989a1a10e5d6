package app.charla.ui.space;

import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.chat.DefaultChats;
import app.charla.core.Actor;
import app.charla.space.InviteService;
import app.charla.space.Space;
import app.charla.space.SpaceArchives;
import app.charla.space.SpaceDeletion;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceRole;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettingsService;
import app.charla.ui.Addresses;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Settings page of a space: settings, members, invites, leaving. Owners and admins may change them. */
@Route(Addresses.SPACE_SETTINGS)
@PermitAll
class SpaceSettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SpaceService spaces;
    private final transient SpaceSettingsService settings;
    private final transient SpaceMembers members;
    private final transient InviteService inviteService;
    private final transient SpaceArchives archives;
    private final transient SpaceDeletion deletion;
    private final transient DefaultChats defaultChats;
    private final transient ChatService chats;
    private final transient ProfileDirectory profiles;
    private final transient AdministrationPanels administration;
    private final Div column = new Div();
    private String title = "";

    SpaceSettingsView(
            SpaceService spaces,
            SpaceSettingsService settings,
            SpaceMembers members,
            InviteService inviteService,
            SpaceArchives archives,
            SpaceDeletion deletion,
            DefaultChats defaultChats,
            ChatService chats,
            ProfileDirectory profiles,
            AdministrationPanels administration) {
        this.spaces = spaces;
        this.settings = settings;
        this.members = members;
        this.inviteService = inviteService;
        this.archives = archives;
        this.deletion = deletion;
        this.defaultChats = defaultChats;
        this.chats = chats;
        this.profiles = profiles;
        this.administration = administration;
        addClassName("settings");
        column.addClassName("settings-column");
        add(column);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("space").orElseThrow();
        Actor actor = spaces.enter(SignedIn.required().account(), slug);
        Space space = spaces.space(actor);
        SpaceRole role = spaces.role(actor);
        title = space.name();
        column.removeAll();
        column.add(head(space));
        if (role.mayManage()) {
            column.add(
                    section("spaceSettings.look", new IdentityPanel(actor, space, settings)),
                    section("spaceSettings.rules", new SpaceSettingsPanel(actor, settings, defaultChats)));
        } else {
            column.add(section("spaceSettings.about", new AboutPanel(actor, space, settings, defaultChats)));
        }
        column.add(section(
                "spaceSettings.members", new MembersPanel(actor, role, space, members, inviteService, profiles)));
        if (role.mayManage()) {
            column.add(section("spaceSettings.invites", new InvitesPanel(actor, role, inviteService, chats, profiles)));
        }
        if (role == SpaceRole.OWNER) {
            column.add(section("spaceSettings.download", new DownloadPanel(actor, archives)));
        }
        if (space.home()) {
            administration.panels(SignedIn.required()).forEach((key, panel) -> column.add(section(key, panel)));
        } else {
            column.add(section("spaceSettings.ways", new LeaveOrDeletePanel(actor, role, space, members, deletion)));
        }
    }

    private Component head(Space space) {
        var back = new Anchor(Addresses.space(space.slug()), getTranslation("spaceSettings.back"));
        back.getElement().setAttribute("router-link", "");
        back.addClassNames("button", "secondary");
        var mark = new SpaceMark(space);
        mark.addClassName("large");
        var name = new H1(space.name());
        var head = new Div(mark, name, back);
        head.addClassName("page-head");
        return head;
    }

    private Section section(String key, Component content) {
        return new Section(new H2(getTranslation(key)), content);
    }

    @Override
    public String getPageTitle() {
        return title + " · Charla";
    }
}
