package app.charla.ui.chat.search;

import app.charla.account.AccountService;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.search.SearchOrder;
import app.charla.search.SearchRequest;
import app.charla.search.SearchResults;
import app.charla.search.SearchService;
import app.charla.search.SearchSuggestions;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.chat.ChatRowMapper;
import app.charla.ui.chat.SearchResultList;
import app.charla.ui.component.Icon;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The view that searches messages, in all chats of a space or in one. The query is part of the address, so that a person who
 * opens a hit can go back to the same results.
 */
@Route(Addresses.SEARCH)
@PermitAll
class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE_SIZE = 20;

    private final transient SpaceService spaces;
    private final transient ChatService chats;
    private final transient AccountService accounts;
    private final transient SearchService search;
    private final transient ChatRowMapper rows;
    private final transient SearchResultList searchResultList;
    private final Anchor back = new Anchor("", new Icon("back"));
    private final SearchField field;
    private final Anchor scope = new Anchor();
    private final Paragraph status = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final NativeButton more = new NativeButton(getTranslation("search.more"), click -> showMore());
    private @Nullable Actor actor;
    private String slug = "";
    private String query = "";
    private @Nullable ChatId chat;
    private @Nullable String next;

    SearchView(
            SpaceService spaces,
            ChatService chats,
            AccountService accounts,
            SearchService search,
            SearchSuggestions suggestions,
            ChatRowMapper rows,
            SearchResultList searchResultList) {
        this.spaces = spaces;
        this.chats = chats;
        this.accounts = accounts;
        this.search = search;
        this.rows = rows;
        this.searchResultList = searchResultList;
        field = new SearchField(this::search, typed -> suggestions.complete(actor(), typed, getLocale()));
        back.addClassNames("icon-button", "back");
        back.getElement().setAttribute("router-link", "");
        back.setAriaLabel(getTranslation("conversation.back"));
        scope.addClassName("scope");
        scope.getElement().setAttribute("router-link", "");
        scope.setTitle(getTranslation("search.everywhere"));
        status.getElement().setAttribute("role", "status");
        status.addClassName("hint");
        list.addClassName("hits");
        more.addClassName("button");
        var heading = new Div(back, new H1(getTranslation("search.title")));
        heading.addClassName("list-heading");
        addClassName("search-view");
        add(heading, field, scope, status, list, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("space").orElseThrow();
        actor = spaces.enter(SignedIn.required().account(), slug);
        var parameters = event.getLocation().getQueryParameters();
        chat = parameters.getSingleParameter("chat").map(ChatId::parse).orElse(null);
        query = parameters.getSingleParameter("q").orElse("");
        field.setValue(query);
        showScope();
        next = null;
        list.removeAll();
        showMore();
    }

    private void showScope() {
        back.setHref(chat == null ? Addresses.space(slug) : Addresses.chat(slug, chat));
        scope.setVisible(chat != null);
        if (chat != null) {
            Chat searched = chats.visible(actor(), chat);
            String title = rows.title(actor().account(), searched, getLocale());
            scope.setText(getTranslation("search.scope", title));
            scope.setHref(Addresses.search(slug, query, null));
        }
    }

    private Actor actor() {
        return Objects.requireNonNull(actor, "no space was entered");
    }

    private void search(String typed) {
        if (!typed.equals(query)) {
            getUI().ifPresent(ui -> ui.getPage().getHistory().pushState(null, Addresses.search(slug, typed, chat)));
            query = typed;
            next = null;
            list.removeAll();
            showMore();
        }
    }

    private void showMore() {
        more.setVisible(false);
        if (query.isBlank()) {
            status.setText(getTranslation("search.how"));
            return;
        }
        try {
            show(search.search(actor(), new SearchRequest(query, chat, SearchOrder.NEWEST, next, PAGE_SIZE, zone())));
        } catch (RuntimeException refused) {
            if (!FailureText.expected(refused)) {
                throw refused;
            }
            status.setText(FailureText.text(refused, getLocale()));
        }
    }

    private void show(SearchResults results) {
        next = results.next();
        searchResultList.items(actor(), slug, results.hits(), getLocale()).forEach(list::add);
        long shown = list.getChildren().count();
        String key = shown == 1 ? "search.found.one" : shown > 0 ? "search.found.other" : "search.none";
        status.setText(getTranslation(next != null && shown == 0 ? "search.far" : key, shown));
        more.setVisible(next != null);
    }

    /** Returns the time zone of the person's days: the one from the preferences, or the browser's. */
    private ZoneId zone() {
        return Optional.ofNullable(
                        accounts.account(actor().account()).preferences().timeZone())
                .or(() -> Optional.ofNullable(
                        UI.getCurrent().getPage().getExtendedClientDetails().getTimeZoneId()))
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .orElseGet(ZoneId::systemDefault);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("search.title") + " · Charla";
    }
}
