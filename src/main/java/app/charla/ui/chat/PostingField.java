package app.charla.ui.chat;

import app.charla.chat.Chat.Posting;
import app.charla.ui.component.SelectField;
import com.vaadin.flow.component.UI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The choice of who may post in a chat. */
public final class PostingField extends SelectField {

    /** @param name the name of the value in a form */
    public PostingField(String name, Posting chosen) {
        super(name, UI.getCurrent().getTranslation("posting.label"), choices());
        select(chosen.name());
    }

    private static Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        for (Posting posting : Posting.values()) {
            choices.put(posting.name(), UI.getCurrent().getTranslation("posting." + posting));
        }
        return choices;
    }
}
