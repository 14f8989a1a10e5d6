package app.charla.ui.chat.details;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.people.PersonCards;
import app.charla.ui.component.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a chat, owners first; rows are rendered in the browser as the person scrolls. */
class MemberList extends Div {

    private final transient ProfileDirectory profiles;

    MemberList(OpenChat open, Chat chat, ProfileDirectory profiles, ChatActions actions, PersonCards people) {
        this.profiles = profiles;
        addClassName("members");
        List<AccountId> ids = chat.members().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
        var list = new VirtualList<AccountId>();
        list.setRenderer(row(open, chat, actions, people));
        list.setItems(ids);
        list.getElement().setAttribute("aria-label", getTranslation("details.members", ids.size()));
        list.getElement().getStyle().set("--rows", String.valueOf(Math.min(ids.size(), 8)));
        add(new H3(getTranslation("details.members", ids.size())), list);
    }

    private Renderer<AccountId> row(OpenChat open, Chat chat, ChatActions actions, PersonCards people) {
        AccountId me = open.actor().account();
        return LitRenderer.<AccountId>of("""
                        <div class="person">
                          <button type="button" class="who" ?disabled="${item.gone}" @click="${show}"
                            ><span class="marked"><span class="avatar c${item.colour}" aria-hidden="true">${item.initials}<charla-avatar-image person="${item.id}"></charla-avatar-image></span
                              ><charla-presence person="${item.id}"></charla-presence></span>
                            <span class="text"><span class="name">${item.name}</span>
                              <span class="hint" ?hidden="${!item.role}">${item.role}</span></span></button>
                          <button type="button" class="icon-button" ?hidden="${!item.actions}"
                            aria-label="${item.actions}" @click="${act}"
                            ><span class="glyph glyph-more" aria-hidden="true"></span></button>
                        </div>""")
                .withProperty("id", AccountId::toString)
                .withProperty("colour", id -> Avatar.colour(id.toString()))
                .withProperty("initials", id -> Avatar.initials(name(id)))
                .withProperty("name", id -> id.equals(me) ? getTranslation("details.you", name(id)) : name(id))
                .withProperty("role", id -> badge(chat.members().get(id)))
                .withProperty("actions", id -> id.equals(me) ? "" : getTranslation("member.actions", name(id)))
                .withProperty("gone", id -> profiles.findByIds(List.of(id)).isEmpty())
                .withFunction("show", id -> people.open(open.actor(), open.slug(), id))
                .withFunction("act", id -> actions.openMemberActions(open, chat, profiles.getById(id)));
    }

    private String badge(@Nullable Role role) {
        return role == null || role == Role.MEMBER ? "" : getTranslation("log.role." + role);
    }

    private String name(AccountId id) {
        Profile profile = profiles.findByIds(List.of(id)).get(id);
        return profile == null ? I18NProvider.translate("person.gone") : profile.name();
    }
}
