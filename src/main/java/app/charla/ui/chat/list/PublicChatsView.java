package app.charla.ui.chat.list;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.chat.ChatList;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.component.Icon;
import app.charla.ui.component.Toast;
import app.charla.ui.live.LiveEventListener;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import app.charla.unicode.FoldedText;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The view of the public chats of a space, last active first: to preview and join them. Archived ones are shown on request.
 * Loads its rows again whenever one of the chats it shows, or their number, changes.
 */
@Route(Addresses.PUBLIC_CHATS)
@PermitAll
class PublicChatsView extends Div implements BeforeEnterObserver, HasDynamicTitle, LiveEventListener {

    private static final int PAGE_SIZE = 50;

    /** A chat and its row. */
    private record Listed(Chat chat, ChatList.Row row) {

        boolean matches(String wanted) {
            return FoldedText.fold(row.title() + " " + chat.topic()).contains(wanted);
        }
    }

    private final transient SpaceService spaces;
    private final transient ChatService chats;
    private final transient ChatRowMapper rows;
    private final transient LiveUpdates updates;
    private final Anchor back = new Anchor("", new Icon("back"));
    private final Input filter = new Input();
    private final NativeButton active = new NativeButton(getTranslation("public.filter.active"), click -> show(false));
    private final NativeButton archive =
            new NativeButton(getTranslation("public.filter.archived"), click -> show(true));
    private final Paragraph status = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final NativeButton more = new NativeButton(getTranslation("public.more"), click -> showMore());
    private transient List<Listed> all = List.of();
    private @Nullable Registration registration;
    private @Nullable Actor actor;
    private String slug = "";
    private boolean archived;
    private int shown = PAGE_SIZE;

    PublicChatsView(SpaceService spaces, ChatService chats, ChatRowMapper rows, LiveUpdates updates) {
        this.spaces = spaces;
        this.chats = chats;
        this.rows = rows;
        this.updates = updates;
        back.addClassNames("icon-button", "back");
        back.getElement().setAttribute("router-link", "");
        back.setAriaLabel(getTranslation("conversation.back"));
        var heading = new Div(back, new H1(getTranslation("public.title")));
        heading.addClassName("list-heading");
        filter.setType("search");
        filter.setPlaceholder(getTranslation("public.search"));
        filter.getElement().setAttribute("aria-label", getTranslation("public.search"));
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> draw());
        var search = new Div(new Icon("search"), filter);
        search.addClassName("search");
        var filters = new Div(active, archive);
        filters.addClassName("filters");
        filters.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("public.filter"));
        status.addClassName("hint");
        status.getElement().setAttribute("role", "status");
        list.addClassNames("hits", "public-chats");
        list.getElement().setAttribute("role", "list");
        more.addClassName("button");
        addClassNames("search-view", "public-chats-view");
        add(heading, search, filters, status, list, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("space").orElseThrow();
        actor = spaces.enter(SignedIn.required().account(), slug);
        back.setHref(Addresses.space(slug));
        show(false);
    }

    private Actor actor() {
        return Objects.requireNonNull(actor, "no space was entered");
    }

    private void show(boolean archivedOnes) {
        archived = archivedOnes;
        active.getElement().setAttribute("aria-pressed", String.valueOf(!archived));
        archive.getElement().setAttribute("aria-pressed", String.valueOf(archived));
        shown = PAGE_SIZE;
        reload();
    }

    private void showMore() {
        shown += PAGE_SIZE;
        draw();
    }

    @Override
    public void reload() {
        all = chats.publicChats(actor(), archived).stream()
                .map(chat -> new Listed(chat, rows.anyRow(actor(), slug, getLocale(), chat.id())))
                .sorted(Comparator.<Listed>comparingLong(each -> each.row().at())
                        .reversed())
                .toList();
        draw();
    }

    private void draw() {
        String wanted = FoldedText.fold(filter.getValue().strip());
        List<Listed> found = all.stream().filter(each -> each.matches(wanted)).toList();
        list.removeAll();
        found.stream()
                .limit(shown)
                .forEach(each -> list.add(new PublicChatRow(each.chat(), each.row(), () -> join(each))));
        more.setVisible(found.size() > shown);
        status.setText(found.isEmpty() ? getTranslation(reason(wanted)) : count(found.size()));
    }

    private String reason(String wanted) {
        return "public.none" + (!wanted.isEmpty() ? ".filter" : archived ? ".archived" : "");
    }

    private String count(int chats) {
        return getTranslation(chats == 1 ? "public.count.one" : "public.count.other", chats);
    }

    private void join(Listed each) {
        try {
            chats.join(actor(), each.chat().id());
            getUI().ifPresent(ui -> ui.navigate(Addresses.chat(slug, each.chat().id())));
        } catch (NotFoundException | ForbiddenException changedMeanwhile) {
            Toast.show(FailureText.text(changedMeanwhile, getLocale()));
            reload();
        }
    }

    @Override
    public void apply(List<LiveEvent> events) {
        Set<Object> known = all.stream().map(each -> each.chat().id()).collect(Collectors.toSet());
        if (events.stream().anyMatch(event -> event.isForWholeSpace() || known.contains(event.chat()))) {
            reload();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        registration = updates.register(this);
        // not on devices where that would bring up a keyboard over the list
        filter.getElement().executeJs("if (!matchMedia('(hover: none) and (pointer: coarse)').matches) this.focus()");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (registration != null) {
            registration.remove();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("public.title") + " · Charla";
    }
}
