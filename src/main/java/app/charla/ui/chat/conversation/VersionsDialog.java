package app.charla.ui.chat.conversation;

import app.charla.message.Message;
import app.charla.message.MessageVersion;
import app.charla.ui.component.IconButton;
import app.charla.ui.component.TimeText;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Instant;
import java.util.List;

/** The dialog with the versions of a message, the newest first. */
class VersionsDialog extends Dialog {

    VersionsDialog(Message message, List<MessageVersion> earlier) {
        addClassName("pins-dialog");
        setHeaderTitle(getTranslation("versions.title"));
        getHeader().add(new IconButton("close", getTranslation("versions.close"), click -> close()));
        var list = new OrderedList();
        list.addClassName("versions");
        Instant editedAt = message.editedAt();
        list.add(item(message.text(), editedAt == null ? message.sentAt() : editedAt));
        earlier.reversed().forEach(version -> list.add(item(version.text(), version.writtenAt())));
        add(list);
    }

    private static ListItem item(String content, Instant at) {
        var when = new TimeText(at);
        when.addClassName("hint");
        var text = new Div(content);
        text.addClassName("excerpt");
        return new ListItem(when, text);
    }
}
