package app.charla.ui.chat.list;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.ui.chat.PeopleFields;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;

/** The dialog that opens a private chat: the person searches for somebody and picks them. */
class NewPrivateDialog extends Dialog {

    NewPrivateDialog(Actor actor, ChatService chats, ProfileDirectory profiles, SerializableConsumer<ChatId> then) {
        addClassName("new-chat");
        setHeaderTitle(getTranslation("newPrivate.title"));
        ComboBox<Profile> person = PeopleFields.single(actor, profiles);
        person.setLabel(getTranslation("newPrivate.person"));
        person.setPlaceholder(getTranslation("people.placeholder"));
        person.addValueChangeListener(picked -> {
            if (picked.getValue() != null) {
                close();
                then.accept(
                        chats.openPrivate(actor, picked.getValue().id()).chat().id());
            }
        });
        var hint = new Paragraph(getTranslation("newPrivate.hint"));
        hint.addClassName("hint");
        add(person, hint);
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        getFooter().add(cancel);
        person.focus();
    }
}
