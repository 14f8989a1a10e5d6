package app.charla.ui.chat.details;

import static app.charla.ui.chat.details.ChatActions.button;
import static app.charla.ui.chat.details.ChatActions.danger;

import app.charla.chat.Chat;
import app.charla.chat.ChatRights;
import app.charla.chat.ChatSettings;
import app.charla.chat.PublicChatService;
import app.charla.chat.TopicService;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.ui.FailureText;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import org.springframework.stereotype.Component;

/** Adds the buttons of those who manage or own a public chat; they need not be in it. */
@Component
class PublicChatActions {

    private final PublicChatService publicChats;
    private final ChatRights rights;
    private final ChatSettings settings;
    private final TopicService topics;

    PublicChatActions(PublicChatService publicChats, ChatRights rights, ChatSettings settings, TopicService topics) {
        this.publicChats = publicChats;
        this.rights = rights;
        this.settings = settings;
        this.topics = topics;
    }

    void add(Div buttons, OpenChat open, Chat chat) {
        if (!chat.archived() && rights.mayManage(open.actor(), chat)) {
            buttons.add(
                    button("chat.topic.change", () -> new TopicDialog(open, chat.topic(), topics).open()),
                    button("group.rename", () -> new RenameDialog(open, chat, settings).open()));
        }
        if (rights.owns(open.actor(), chat)) {
            addOwnerActions(buttons, open, chat);
        }
    }

    private void addOwnerActions(Div buttons, OpenChat open, Chat chat) {
        if (chat.archived()) {
            buttons.add(button("unarchive", attempt(() -> publicChats.unarchive(open.actor(), open.chat()))));
        } else {
            buttons.add(
                    danger("group.from", attempt(() -> publicChats.turnIntoGroup(open.actor(), open.chat()))),
                    danger("archive", attempt(() -> publicChats.archive(open.actor(), open.chat()))));
        }
        buttons.add(danger("public.delete", attempt(() -> publicChats.delete(open.actor(), open.chat()))));
    }

    /** Returns a command that shows a refusal as a toast. */
    private static Command attempt(Runnable command) {
        return () -> {
            try {
                command.run();
            } catch (ConflictException | ForbiddenException | InvalidException | NotFoundException refused) {
                Toast.show(FailureText.text(refused, UI.getCurrent().getLocale()));
            }
        };
    }
}
