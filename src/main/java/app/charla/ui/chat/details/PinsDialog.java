package app.charla.ui.chat.details;

import app.charla.message.Message;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.SearchResultList;
import app.charla.ui.component.IconButton;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/** The dialog with all pinned messages of a chat; each is a link to the message. */
public class PinsDialog extends Dialog {

    public PinsDialog(OpenChat open, List<Message> pinned, SearchResultList rows) {
        addClassName("pins-dialog");
        setHeaderTitle(getTranslation("pins.dialog"));
        getHeader().add(new IconButton("close", getTranslation("pins.close"), click -> close()));
        var list = new UnorderedList();
        list.addClassName("hits");
        rows.messageItems(open.actor(), open.slug(), pinned, getLocale()).forEach(list::add);
        add(list);
        Registration moving = UI.getCurrent().addAfterNavigationListener(moved -> close());
        addDetachListener(closed -> moving.remove());
    }
}
