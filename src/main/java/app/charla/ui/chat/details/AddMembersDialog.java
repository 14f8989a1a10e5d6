package app.charla.ui.chat.details;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.GroupService;
import app.charla.ui.chat.ContactPicker;
import app.charla.ui.chat.OpenChat;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;

/** The dialog that adds people to a group. */
class AddMembersDialog extends Dialog {

    AddMembersDialog(OpenChat open, Chat chat, GroupService groups, ProfileDirectory profiles) {
        addClassName("new-chat");
        setHeaderTitle(getTranslation("group.add"));
        var people = new ContactPicker(open.actor(), profiles, chat.audience());
        add(people);
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        var save = new NativeButton(getTranslation("group.add.confirm"), click -> {
            close();
            groups.add(
                    open.actor(),
                    open.chat(),
                    people.picked().stream().map(Profile::id).toList());
        });
        save.addClassNames("button", "primary");
        getFooter().add(cancel, save);
        people.focusSearch();
    }
}
