package app.charla.ui.chat.details;

import app.charla.chat.TopicService;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.ui.FailureText;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.Field;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.data.value.ValueChangeMode;

/** The dialog that changes the topic of a chat. */
class TopicDialog extends Dialog {

    private final OpenChat open;
    private final transient TopicService topicService;
    private final Field topic = new Field("chat-topic", getTranslation("chat.topic"));

    TopicDialog(OpenChat open, String current, TopicService topicService) {
        this.open = open;
        this.topicService = topicService;
        addClassName("new-chat");
        setHeaderTitle(getTranslation("chat.topic"));
        topic.withType("text", "off").attribute("maxlength", String.valueOf(TopicService.MAX_LENGTH));
        topic.hint(getTranslation("chat.topic.hint"));
        topic.input().setValueChangeMode(ValueChangeMode.LAZY);
        topic.input().setValue(current);
        topic.input().getElement().addEventListener("keydown", enter -> save()).setFilter("event.key === 'Enter'");
        add(topic);
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        var save = new NativeButton(getTranslation("settings.save"), click -> save());
        save.addClassNames("button", "primary");
        getFooter().add(cancel, save);
        topic.input().focus();
    }

    private void save() {
        try {
            topicService.change(open.actor(), open.chat(), topic.value());
            close();
        } catch (InvalidException | ForbiddenException refused) {
            topic.showError(FailureText.text(refused, getLocale()));
        }
    }
}
