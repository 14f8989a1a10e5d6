package app.charla.ui.chat.conversation;

import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.message.ForwardService;
import app.charla.ui.FailureText;
import app.charla.ui.chat.ChatList;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.UUID;

/** The dialog that forwards a message to chats, which are chosen by typing their names. */
class ForwardDialog extends Dialog {

    private final OpenChat open;
    private final MessageId message;
    private final transient ForwardService forwards;
    private final String clientId = UUID.randomUUID().toString();
    private final MultiSelectComboBox<ChatList.Row> chats = new MultiSelectComboBox<>();

    ForwardDialog(OpenChat open, MessageId message, List<ChatList.Row> rows, ForwardService forwards) {
        this.open = open;
        this.message = message;
        this.forwards = forwards;
        addClassName("new-chat");
        setHeaderTitle(getTranslation("forward.title"));
        chats.setLabel(getTranslation("forward.where"));
        chats.setPlaceholder(getTranslation("forward.placeholder"));
        chats.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        chats.setItemLabelGenerator(ChatList.Row::title);
        chats.setItems(rows);
        add(chats);
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        var send = new NativeButton(getTranslation("forward.send"), click -> send());
        send.addClassNames("button", "primary");
        getFooter().add(cancel, send);
        chats.focus();
    }

    private void send() {
        List<ChatId> to = chats.getValue().stream()
                .map(ChatList.Row::id)
                .map(ChatId::parse)
                .toList();
        if (to.isEmpty()) {
            chats.focus();
            return;
        }
        try {
            forwards.forward(open.actor(), open.chat(), message, to, clientId);
            close();
            Toast.show(getTranslation(to.size() == 1 ? "forward.done.one" : "forward.done.other", to.size()));
        } catch (TooManyRequestsException | NotFoundException | InvalidException refused) {
            Toast.show(FailureText.text(
                    refused, getLocale())); // the dialog stays open: sending again forwards to the rest
        }
    }
}
