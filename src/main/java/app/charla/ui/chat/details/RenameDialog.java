package app.charla.ui.chat.details;

import app.charla.chat.GroupService;
import app.charla.core.InvalidException;
import app.charla.ui.FailureText;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.Field;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.data.value.ValueChangeMode;

/** The dialog that renames a group. */
class RenameDialog extends Dialog {

    private final OpenChat open;
    private final transient GroupService groups;
    private final Field name = new Field("group-name", getTranslation("newGroup.name"));

    RenameDialog(OpenChat open, String current, GroupService groups) {
        this.open = open;
        this.groups = groups;
        addClassName("new-chat");
        setHeaderTitle(getTranslation("group.rename"));
        name.withType("text", "off").attribute("maxlength", "80");
        name.input().setValueChangeMode(ValueChangeMode.LAZY);
        name.input().setValue(current);
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
            groups.rename(open.actor(), open.chat(), name.value());
            close();
        } catch (InvalidException invalid) {
            name.showError(FailureText.text(invalid, getLocale()));
        }
    }
}
