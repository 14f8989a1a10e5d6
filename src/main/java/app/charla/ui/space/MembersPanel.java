package app.charla.ui.space;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.space.Invite;
import app.charla.space.InviteService;
import app.charla.space.Space;
import app.charla.space.SpaceMember;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceRole;
import app.charla.ui.Addresses;
import app.charla.ui.component.Avatar;
import app.charla.ui.component.Icon;
import app.charla.unicode.FoldedText;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of a space and how they joined, in pages loaded while scrolling. */
class MembersPanel extends Div {

    private static final int PAGE_SIZE = 8;

    private final Actor actor;
    private final String slug;
    private final transient SpaceMembers members;
    private final transient ProfileDirectory profiles;
    private final transient MemberActions actions;
    private final transient Map<UUID, AccountId> inviters = new HashMap<>();
    private final VirtualList<SpaceMember> list = new VirtualList<>();
    private final Paragraph count = new Paragraph();
    private final Input search = new Input();

    MembersPanel(
            Actor actor,
            SpaceRole mine,
            Space space,
            SpaceMembers members,
            InviteService inviteService,
            ProfileDirectory profiles) {
        this.actor = actor;
        this.slug = space.slug();
        this.members = members;
        this.profiles = profiles;
        this.actions = new MemberActions(actor, mine, space, members, this::load);
        if (mine.mayManage()) {
            for (Invite invite : inviteService.invites(actor)) {
                inviters.put(invite.id(), invite.createdBy());
            }
        }
        addClassName("space-members");
        count.addClassName("hint");
        count.getElement().setAttribute("role", "status");
        list.setRenderer(row());
        add(searchBox(), list, count);
        load();
    }

    private Div searchBox() {
        search.setType("search");
        search.setPlaceholder(getTranslation("spaceSettings.members.search"));
        search.getElement().setAttribute("aria-label", getTranslation("spaceSettings.members.search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> load());
        var box = new Div(new Icon("search"), search);
        box.addClassName("search");
        return box;
    }

    private void load() {
        List<SpaceMember> all = members.members(actor);
        String wanted = FoldedText.fold(search.getValue().strip());
        List<SpaceMember> found = wanted.isEmpty()
                ? all
                : all.stream().filter(each -> matches(each, wanted)).toList();
        list.setItems(found);
        list.getElement().setAttribute("aria-label", getTranslation("spaceSettings.members"));
        list.getStyle().set("--rows", String.valueOf(Math.clamp(found.size(), 1, PAGE_SIZE)));
        count.setText(getTranslation(
                found.size() == 1 ? "conversation.people.one" : "conversation.people.other", found.size()));
    }

    private boolean matches(SpaceMember member, String wanted) {
        Profile person = profile(member.account());
        return person != null
                && FoldedText.fold(person.name() + " " + person.username()).contains(wanted);
    }

    private Renderer<SpaceMember> row() {
        return LitRenderer.<SpaceMember>of("""
                        <div class="person">
                          <span class="avatar c${item.colour}" aria-hidden="true">${item.initials}<charla-avatar-image person="${item.id}"></charla-avatar-image></span>
                          <span class="text"><a class="name" router-link href="${item.address}">${item.name}</a>
                            <span class="hint">${item.about}</span></span>
                          <span class="role" ?hidden="${!item.role}">${item.role}</span>
                          <button type="button" class="icon-button" ?hidden="${!item.actions}"
                            aria-label="${item.actions}" @click="${act}"
                            ><span class="glyph glyph-more" aria-hidden="true"></span></button>
                        </div>""")
                .withProperty("id", member -> member.account().toString())
                .withProperty("colour", member -> Avatar.colour(member.account().toString()))
                .withProperty("initials", member -> Avatar.initials(name(member.account())))
                .withProperty("name", this::matchesName)
                .withProperty("address", member -> Addresses.person(member.account(), slug))
                .withProperty("about", this::about)
                .withProperty(
                        "role",
                        member -> member.role() == SpaceRole.MEMBER ? "" : getTranslation("log.role." + member.role()))
                .withProperty(
                        "actions",
                        member -> actions.any(member) ? getTranslation("member.actions", name(member.account())) : "")
                .withFunction("act", member -> actions.addAction(member, name(member.account())));
    }

    private String matchesName(SpaceMember member) {
        String name = name(member.account());
        return member.account().equals(actor.account()) ? getTranslation("details.you", name) : name;
    }

    private String about(SpaceMember member) {
        Profile person = profile(member.account());
        String username = person == null ? "" : "@" + person.username();
        AccountId inviter = member.invite() == null ? null : inviters.get(member.invite());
        return inviter == null
                ? username
                : username + " · " + getTranslation("spaceSettings.members.invited", name(inviter));
    }

    private String name(AccountId id) {
        Profile person = profile(id);
        return person == null ? "?" : person.name();
    }

    private @Nullable Profile profile(AccountId id) {
        return profiles.findByIds(List.of(id)).get(id);
    }
}
