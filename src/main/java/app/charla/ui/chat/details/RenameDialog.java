package app.charla.ui.chat.details;

import app.charla.chat.Chat;
import app.charla.chat.ChatSettings;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.ui.FailureText;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.Field;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.data.value.ValueChangeMode;

/** The dialog that renames a group or a public chat. */
class RenameDialog extends Dialog {

    private final OpenChat open;
    private final transient ChatSettings settings;
    private final Field name;

    RenameDialog(OpenChat open, Chat chat, ChatSettings settings) {
        this.open = open;
        this.settings = settings;
        boolean isGroup = chat.kind() == Chat.Kind.GROUP;
        name = new Field("group-name", getTranslation(isGroup ? "newGroup.name" : "newPublic.name"));
        addClassName("new-chat");
        setHeaderTitle(getTranslation("group.rename"));
        name.withType("text", "off").attribute("maxlength", "80");
        name.input().setValueChangeMode(ValueChangeMode.LAZY);
        name.input().setValue(String.valueOf(chat.name()));
        name.input().getElement().addEventListener("keydown", enter -> rename()).setFilter("event.key === 'Enter'");
        add(name);
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        var save = new NativeButton(getTranslation("settings.save"), click -> rename());
        save.addClassNames("button", "primary");
        getFooter().add(cancel, save);
        name.input().focus();
    }

    private void rename() {
        try {
            settings.change(open.actor(), open.chat(), new ChatSettings.Change(name.value(), null, null, null));
            close();
        } catch (InvalidException | ConflictException | ForbiddenException refused) {
            name.showError(FailureText.text(refused, getLocale()));
        }
    }
}
