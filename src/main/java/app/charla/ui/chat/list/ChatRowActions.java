package app.charla.ui.chat.list;

import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.ui.component.ConfirmDialog;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import org.springframework.stereotype.Component;

/** Actions on a chat that its row in the list offers. */
@Component
class ChatRowActions {

    private final ChatService chats;
    private final GroupService groups;

    ChatRowActions(ChatService chats, GroupService groups) {
        this.chats = chats;
        this.groups = groups;
    }

    /** Mutes the chat without an end, or lets it notify of everything again. */
    void mute(Actor actor, ChatId chat, boolean muted) {
        var setting = muted ? new NotificationSetting(NotificationLevel.NOTHING, null) : NotificationSetting.DEFAULT;
        chats.setNotifications(actor, chat, setting);
    }

    /** Asks whether to hide a private chat or to leave any other one, and does so once the person confirms. */
    void confirmLeaving(Actor actor, ChatId id) {
        Chat chat = chats.requireJoined(actor, id);
        switch (chat.kind()) {
            case PUBLIC -> ask("leave.public", () -> chats.leavePublic(actor, id));
            case PRIVATE -> ask("hide", () -> chats.hide(actor, id));
            case GROUP -> ask("leave.group", () -> groups.leave(actor, id));
        }
    }

    private static void ask(String key, Command then) {
        UI ui = UI.getCurrent();
        ConfirmDialog.ask(
                ui.getTranslation(key + ".title"),
                ui.getTranslation(key + ".text"),
                ui.getTranslation(key + ".confirm"),
                then);
    }
}
