package app.charla.ui.chat;

import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.ui.component.Avatar;

/** The round marks of chats. */
final class Marks {

    private Marks() {}

    static Avatar of(Chat chat, String title, String colourOf) {
        var mark = new Avatar(colourOf, title);
        if (chat.kind() == Kind.PUBLIC) {
            mark.setText("#");
            mark.addClassName("public");
        }
        return mark;
    }
}
