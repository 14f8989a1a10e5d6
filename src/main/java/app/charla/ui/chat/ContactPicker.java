package app.charla.ui.chat;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.ui.component.Avatar;
import app.charla.ui.component.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contact list: people as rows that can be pressed, and a search field above them. For one person, or for several. */
public final class ContactPicker extends Div {

    private static final int MAX_PEOPLE = 100;

    private final transient Actor actor;
    private final transient ProfileDirectory profiles;
    private final transient Set<AccountId> excluded;
    private final @Nullable SerializableConsumer<Profile> pick;
    private final transient Map<AccountId, Profile> picked = new LinkedHashMap<>();
    private final transient Map<AccountId, ListItem> rows = new HashMap<>();
    private final Input search = new Input();
    private final Div chips = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("people.none"));

    /** Creates a list from which one person is picked. The actor is in it, as the chat with themselves. */
    public ContactPicker(Actor actor, ProfileDirectory profiles, SerializableConsumer<Profile> pick) {
        this(actor, profiles, Set.of(), pick);
    }

    /** Creates a list from which several people are picked; {@code excluded} are left out. */
    public ContactPicker(Actor actor, ProfileDirectory profiles, Set<AccountId> excluded) {
        this(actor, profiles, excluded, null);
    }

    private ContactPicker(
            Actor actor,
            ProfileDirectory profiles,
            Set<AccountId> excluded,
            @Nullable SerializableConsumer<Profile> pick) {
        this.actor = actor;
        this.profiles = profiles;
        this.excluded = excluded;
        this.pick = pick;
        addClassName("contacts");
        search.setType("search");
        search.setPlaceholder(getTranslation("people.placeholder"));
        search.getElement()
                .setAttribute("aria-label", getTranslation("people.placeholder"))
                .setAttribute("autocomplete", "off");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(typed -> show());
        var box = new Div(new Icon("search"), search);
        box.addClassName("search");
        chips.addClassName("chips");
        chips.setVisible(false);
        none.addClassName("hint");
        none.getElement().setAttribute("role", "status");
        list.addClassName("contact-rows");
        add(box, chips, list, none);
        show();
    }

    /** Returns the people that are picked, in the order in which they were. */
    public List<Profile> picked() {
        return List.copyOf(picked.values());
    }

    /** Focuses the search field, but not on devices where that would bring up a keyboard over the list. */
    public void focusSearch() {
        search.getElement().executeJs("if (!matchMedia('(hover: none) and (pointer: coarse)').matches) this.focus()");
    }

    /**
     * Shows who is found. Rows of people who were found before stay: a click that is on its way, with the last letter that
     * was typed before it, must not lose its row.
     */
    private void show() {
        Map<AccountId, Profile> found = profiles
                .search(actor.account(), search.getValue().strip(), MAX_PEOPLE)
                .stream()
                .filter(person -> !excluded.contains(person.id()))
                .collect(Collectors.toMap(Profile::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        rows.entrySet().removeIf(shown -> {
            boolean gone = !found.containsKey(shown.getKey());
            if (gone) {
                list.remove(shown.getValue());
            }
            return gone;
        });
        int index = 0;
        for (Profile person : found.values()) {
            ListItem item = rows.computeIfAbsent(person.id(), id -> new ListItem(row(person)));
            if (list.getElement().indexOfChild(item.getElement()) != index) {
                list.addComponentAtIndex(index, item);
            }
            index++;
        }
        none.setVisible(found.isEmpty());
    }

    private NativeButton row(Profile person) {
        boolean notes = pick != null && person.id().equals(actor.account());
        var name = new Span(notes ? getTranslation("chat.notes") : person.name());
        name.addClassName("name");
        var username = new Span("@" + person.username());
        username.addClassName("hint");
        var text = new Span(name, username);
        text.addClassName("text");
        var row = new NativeButton();
        row.add(Avatar.of(person), text);
        row.addClassName("person");
        row.getElement().setAttribute("type", "button");
        row.addClickListener(click -> press(person, row));
        if (pick == null) {
            row.getElement().setAttribute("role", "checkbox");
            mark(row, picked.containsKey(person.id()));
        }
        return row;
    }

    private void press(Profile person, NativeButton row) {
        if (pick != null) {
            pick.accept(person);
            return;
        }
        boolean on = picked.remove(person.id()) == null;
        if (on) {
            picked.put(person.id(), person);
        }
        mark(row, on);
        showChips();
    }

    private static void mark(NativeButton row, boolean on) {
        row.getElement().setAttribute("aria-checked", String.valueOf(on));
    }

    private void showChips() {
        chips.removeAll();
        picked.values().forEach(person -> chips.add(chip(person)));
        chips.setVisible(!picked.isEmpty());
    }

    private Component chip(Profile person) {
        var remove = new NativeButton("×", click -> {
            picked.remove(person.id());
            showChips();
            ListItem item = rows.get(person.id());
            if (item != null) {
                item.getElement().getChild(0).setAttribute("aria-checked", "false");
            }
        });
        remove.getElement().setAttribute("type", "button");
        remove.setAriaLabel(getTranslation("people.remove", person.name()));
        var chip = new Div(new Span(person.name()), remove);
        chip.addClassName("chip");
        return chip;
    }
}
