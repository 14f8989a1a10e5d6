package app.charla.ui.chat;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.message.Message;
import app.charla.search.Highlight;
import app.charla.search.SearchHit;
import app.charla.ui.Addresses;
import app.charla.ui.component.TimeText;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Creates the list items of search results: sender, chat and time, the excerpt with highlights, and a link to the
 * message.
 */
@Component
public class SearchResultList {

    private static final int MAX_EXCERPT_LENGTH = 300;

    private final ChatService chats;
    private final ChatRowMapper rows;
    private final MessageMapper messageMapper;
    private final BlockedMessages blockedMessages;

    SearchResultList(
            ChatService chats, ChatRowMapper rows, MessageMapper messageMapper, BlockedMessages blockedMessages) {
        this.blockedMessages = blockedMessages;
        this.chats = chats;
        this.rows = rows;
        this.messageMapper = messageMapper;
    }

    public List<ListItem> items(Actor actor, String slug, List<SearchHit> hits, Locale locale) {
        List<MessageLogData.Message> mapped =
                messageMapper.map(actor, hits.stream().map(SearchHit::message).toList());
        Map<ChatId, Optional<Chat>> chatsById = new HashMap<>();
        var items = new ArrayList<ListItem>();
        for (int i = 0; i < hits.size(); i++) {
            SearchHit hit = hits.get(i);
            String sender = mapped.get(i).sender().name();
            chatsById
                    .computeIfAbsent(hit.message().chat(), id -> visible(actor, id))
                    .map(chat -> item(actor, slug, hit, sender, chat, locale))
                    .ifPresent(items::add);
        }
        return items;
    }

    /** Returns the items of messages that are no search results, such as pinned or saved ones. */
    public List<ListItem> messageItems(Actor actor, String slug, List<Message> messages, Locale locale) {
        return items(
                actor,
                slug,
                messages.stream().map(message -> asHit(message, locale)).toList(),
                locale);
    }

    private static SearchHit asHit(Message message, Locale locale) {
        String text = AttachmentSummary.describe(message.text(), message.attachments(), locale);
        int end = text.offsetByCodePoints(0, Math.min(MAX_EXCERPT_LENGTH, text.codePointCount(0, text.length())));
        return new SearchHit(message, end < text.length() ? text.substring(0, end) + "…" : text, List.of());
    }

    private Optional<Chat> visible(Actor actor, ChatId chat) {
        try {
            return Optional.of(chats.visible(actor, chat));
        } catch (NotFoundException leftMeanwhile) {
            return Optional.empty();
        }
    }

    private ListItem item(Actor actor, String slug, SearchHit hit, String sender, Chat chat, Locale locale) {
        String title = rows.title(actor.account(), chat, locale);
        var who = new Span(sender);
        who.addClassName("name");
        var when = new TimeText(hit.message().sentAt());
        when.addClassName("hint");
        var where = new Span(title);
        where.addClassName("hint");
        var head = new Div(who, where, when);
        head.addClassName("hit-head");
        boolean collapsed = blockedMessages.isCollapsed(actor.account(), chat.kind(), hit.message());
        var text = new Div(head, collapsed ? collapsedText(locale) : highlighted(hit));
        text.addClassName("text");
        var link = new Anchor(
                Addresses.message(slug, chat.id(), hit.message().seq()),
                ChatAvatars.of(chat, title, rows.colourSeed(actor.account(), chat)),
                text);
        link.getElement().setAttribute("router-link", "");
        return new ListItem(link);
    }

    private static Div collapsedText(Locale locale) {
        var text = new Div(I18NProvider.translate(locale, "log.blocked"));
        text.addClassNames("excerpt", "hint");
        return text;
    }

    /** Returns the start of the text to show: an action is shown without its command {@code /me}. */
    private static int excerptStart(SearchHit hit) {
        String action = hit.message().action();
        int command = action == null ? 0 : hit.message().text().length() - action.length();
        boolean shown =
                command > 0 && hit.excerpt().startsWith(hit.message().text().substring(0, command));
        return shown && hit.marks().stream().allMatch(mark -> mark.start() >= command) ? command : 0;
    }

    private static Div highlighted(SearchHit hit) {
        var text = new Div();
        text.addClassName("excerpt");
        text.setClassName("action", hit.message().action() != null);
        int at = excerptStart(hit);
        for (Highlight mark : hit.marks()) {
            var found = new Mark();
            found.setText(hit.excerpt().substring(mark.start(), mark.end()));
            text.add(new Span(hit.excerpt().substring(at, mark.start())), found);
            at = mark.end();
        }
        text.add(new Span(hit.excerpt().substring(at)));
        return text;
    }

    /** The HTML element for highlighted text. */
    @Tag("mark")
    private static final class Mark extends HtmlContainer {}
}
