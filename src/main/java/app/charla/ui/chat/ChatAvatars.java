package app.charla.ui.chat;

import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.core.AccountId;
import app.charla.ui.component.Avatar;
import java.util.UUID;

/** The round marks of chats. */
public final class ChatAvatars {

    private ChatAvatars() {}

    public static Avatar of(Chat chat, String title, String colourOf) {
        return of(chat.kind(), title, colourOf);
    }

    public static Avatar of(ChatList.Row row) {
        return of(Kind.valueOf(row.kind()), row.title(), row.colourOf());
    }

    private static Avatar of(Kind kind, String title, String colourOf) {
        var mark = new Avatar(colourOf, title);
        if (kind == Kind.PUBLIC) {
            mark.setText("#");
            mark.addClassName("public");
        } else if (kind == Kind.PRIVATE) {
            mark.withPictureOf(new AccountId(UUID.fromString(colourOf)));
        }
        return mark;
    }
}
