package app.charla.ui.chat.list;

import app.charla.chat.ChatChanged;
import app.charla.chat.ChatGone;
import app.charla.chat.PublicChatChanged;
import app.charla.chat.ReadMarkerMoved;
import app.charla.chat.ReceiptGiven;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.message.Message;
import app.charla.message.MessageChanged;
import app.charla.message.MessagePosted;
import app.charla.ui.chat.ChatList;
import app.charla.ui.chat.ChatRowMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Changes of the chat list for live events: numbers and rows as they are now, never differences to what is shown before,
 * so that no event that came twice, late or not at all leaves a wrong number behind.
 */
@Component
class ChatListChanges {

    private final ChatRowMapper rows;

    ChatListChanges(ChatRowMapper rows) {
        this.rows = rows;
    }

    /** Returns the changes after events, which are in the order of the journal. */
    ChatList.Changes after(List<LiveEvent> events, Actor actor, String slug, Locale locale) {
        var updates = new ArrayList<ChatList.MessageUpdate>();
        Set<ChatId> changed = new LinkedHashSet<>();
        for (LiveEvent event : events) {
            Message message = null;
            switch (event) {
                case MessagePosted posted -> message = posted.message();
                case MessageChanged edited -> message = edited.message();
                case ChatGone gone -> changed.add(gone.chat());
                case ChatChanged edited -> changed.add(edited.chat());
                case PublicChatChanged edited -> changed.add(edited.chat());
                case ReadMarkerMoved moved -> changed.add(moved.chat());
                case ReceiptGiven receipt -> {} // the list does not show what others have read
                default -> changed.add(event.chat()); // LiveEventsUiTest: every event is named above
            }
            if (message != null) {
                try {
                    updates.add(rows.update(actor, message, event.position(), locale));
                } catch (NotFoundException leftMeanwhile) {
                    changed.add(event.chat());
                }
            }
        }
        return changes(updates, changed, actor, slug, locale);
    }

    /** Returns the rows of chats as they are now; a chat that is not in the list is dropped. */
    ChatList.Changes rows(Collection<ChatId> chats, Actor actor, String slug, Locale locale) {
        return changes(List.of(), chats, actor, slug, locale);
    }

    private ChatList.Changes changes(
            List<ChatList.MessageUpdate> updates, Collection<ChatId> chats, Actor actor, String slug, Locale locale) {
        var found = new ArrayList<ChatList.Row>();
        var dropped = new ArrayList<String>();
        for (ChatId chat : chats) {
            try {
                rows.row(actor, slug, locale, chat).ifPresentOrElse(found::add, () -> dropped.add(chat.toString()));
            } catch (NotFoundException leftMeanwhile) {
                dropped.add(chat.toString());
            }
        }
        return new ChatList.Changes(updates, found, dropped);
    }
}
