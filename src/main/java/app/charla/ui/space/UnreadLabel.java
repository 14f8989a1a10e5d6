package app.charla.ui.space;

import app.charla.message.Conversation;
import com.vaadin.flow.component.Component;

/** Texts of unread counts. */
final class UnreadLabel {

    private UnreadLabel() {}

    /** Returns at most three characters; empty for zero. */
    static String abbreviated(int unread) {
        if (unread == 0) {
            return "";
        }
        return unread >= Conversation.MAX_UNREAD ? (Conversation.MAX_UNREAD - 1) + "+" : String.valueOf(unread);
    }

    /** Returns the count as a sentence. */
    static String unread(Component where, int unread) {
        return where.getTranslation(unread == 1 ? "list.unread.one" : "list.unread.other", abbreviated(unread));
    }
}
