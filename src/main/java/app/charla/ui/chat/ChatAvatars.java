package app.charla.ui.chat;

import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.core.AccountId;
import app.charla.ui.component.Avatar;
import java.util.UUID;

/** Creates the avatars of chats. */
public final class ChatAvatars {

    private ChatAvatars() {}

    public static Avatar of(Chat chat, String title, String colourSeed) {
        return of(chat.kind(), title, colourSeed);
    }

    public static Avatar of(ChatList.Row row) {
        return of(Kind.valueOf(row.kind()), row.title(), row.colourOf());
    }

    private static Avatar of(Kind kind, String title, String colourSeed) {
        var avatar = new Avatar(colourSeed, title);
        if (kind == Kind.PUBLIC) {
            avatar.setText("#");
            avatar.addClassName("public");
        } else if (kind == Kind.PRIVATE) {
            avatar.withPictureOf(new AccountId(UUID.fromString(colourSeed)));
        }
        return avatar;
    }
}
