package app.charla.ui.space;

import app.charla.message.Conversation;
import com.vaadin.flow.component.Component;

/** Numbers as people read them. */
final class UnreadLabel {

    private UnreadLabel() {}

    /** At most three characters; nothing for none. */
    static String shortly(int unread) {
        if (unread == 0) {
            return "";
        }
        return unread >= Conversation.MAX_UNREAD ? (Conversation.MAX_UNREAD - 1) + "+" : String.valueOf(unread);
    }

    /** So many unread messages, in words. */
    static String unread(Component where, int unread) {
        return where.getTranslation(unread == 1 ? "list.unread.one" : "list.unread.other", shortly(unread));
    }
}
