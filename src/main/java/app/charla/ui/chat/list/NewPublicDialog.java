package app.charla.ui.chat.list;

import app.charla.chat.Chat.Posting;
import app.charla.chat.PublicChatService;
import app.charla.chat.TopicService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.FailureText;
import app.charla.ui.chat.PostingField;
import app.charla.ui.component.Field;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.UUID;

/** The dialog that creates a public chat. One dialog creates one chat, however often it is submitted. */
class NewPublicDialog extends Dialog {

    private final transient Actor actor;
    private final transient PublicChatService publicChats;
    private final SerializableConsumer<ChatId> then;
    private final String requestKey = UUID.randomUUID().toString();
    private final Field name = new Field("chat-name", getTranslation("newPublic.name"));
    private final Field topic = new Field("chat-topic", getTranslation("newPublic.topic"));
    private Posting posting = Posting.EVERYBODY;

    NewPublicDialog(Actor actor, PublicChatService publicChats, SerializableConsumer<ChatId> then) {
        this.actor = actor;
        this.publicChats = publicChats;
        this.then = then;
        addClassName("new-chat");
        setHeaderTitle(getTranslation("newPublic.title"));
        name.withType("text", "off").attribute("maxlength", "80").attribute("required", "");
        topic.withType("text", "off").attribute("maxlength", String.valueOf(TopicService.MAX_LENGTH));
        for (Field field : new Field[] {name, topic}) {
            field.input().setValueChangeMode(ValueChangeMode.LAZY);
            field.input()
                    .getElement()
                    .addEventListener("keydown", enter -> create())
                    .setFilter("event.key === 'Enter'");
        }
        var who = new PostingField("chat-posting", posting);
        who.onChange(chosen -> posting = Posting.valueOf(chosen));
        var hint = new Paragraph(getTranslation("newPublic.hint"));
        hint.addClassName("hint");
        add(hint, name, topic, who);
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        var create = new NativeButton(getTranslation("newPublic.create"), click -> create());
        create.addClassNames("button", "primary");
        getFooter().add(cancel, create);
        name.input().focus();
    }

    private void create() {
        if (!isOpened()) {
            return;
        }
        name.showError("");
        topic.showError("");
        try {
            var request = new PublicChatService.Request(name.value(), topic.value(), posting);
            ChatId created =
                    publicChats.create(actor, request, requestKey).chat().id();
            close();
            then.accept(created);
        } catch (InvalidException invalid) {
            showError(invalid.field().equals("topic") ? topic : name, invalid);
        } catch (ConflictException | TooManyRequestsException refused) {
            showError(name, refused);
        }
    }

    private void showError(Field field, RuntimeException refused) {
        field.showError(FailureText.text(refused, getLocale()));
        field.input().focus();
    }
}
