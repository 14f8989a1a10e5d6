package app.charla.ui.chat;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.ui.component.Avatar;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.util.Set;
import java.util.stream.Stream;

/** Creates fields that search for people while the person types. */
public final class PeopleFields {

    private static final int PAGE_SIZE = 20;

    private PeopleFields() {}

    /** Returns a field for one person. The actor is among them, as the chat with themselves. */
    public static ComboBox<Profile> single(Actor actor, ProfileDirectory profiles) {
        var field = new ComboBox<Profile>();
        field.setPageSize(PAGE_SIZE);
        field.setItemLabelGenerator(
                person -> person.id().equals(actor.account()) ? field.getTranslation("chat.notes") : person.name());
        field.setRenderer(row(field.getTranslation("chat.notes"), actor.account()));
        field.setItems(query -> search(profiles, actor, query, Set.of()));
        return field;
    }

    /** Returns a field for several people, shown as chips. */
    public static MultiSelectComboBox<Profile> multiple(
            Actor actor, ProfileDirectory profiles, Set<AccountId> excluded) {
        var field = new MultiSelectComboBox<Profile>();
        field.setPageSize(PAGE_SIZE);
        field.setItemLabelGenerator(Profile::name);
        field.setRenderer(row("", actor.account()));
        field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        field.setItems(query -> search(profiles, actor, query, excluded));
        return field;
    }

    private static Stream<Profile> search(
            ProfileDirectory profiles, Actor actor, Query<Profile, String> query, Set<AccountId> excluded) {
        boolean first = query.getOffset() == 0;
        int limit = query.getLimit();
        String text = query.getFilter().orElse("");
        return first
                ? profiles.search(actor.account(), text, Math.min(limit, PAGE_SIZE)).stream()
                        .filter(person -> !excluded.contains(person.id()))
                : Stream.empty();
    }

    private static Renderer<Profile> row(String notes, AccountId me) {
        return LitRenderer.<Profile>of("""
                        <div class="person">
                          <span class="avatar c${item.colour}" aria-hidden="true">${item.initials}<charla-avatar-image person="${item.id}"></charla-avatar-image></span>
                          <span class="text"><span class="name">${item.name}</span>
                            <span class="hint">${item.username}</span></span>
                        </div>""")
                .withProperty("id", person -> person.id().toString())
                .withProperty("colour", person -> Avatar.colour(person.id().toString()))
                .withProperty("initials", person -> Avatar.initials(person.name()))
                .withProperty("name", person -> person.id().equals(me) && !notes.isEmpty() ? notes : person.name())
                .withProperty("username", person -> "@" + person.username());
    }
}
