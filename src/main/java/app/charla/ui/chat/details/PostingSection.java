package app.charla.ui.chat.details;

import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Posting;
import app.charla.chat.ChatRights;
import app.charla.chat.ChatSettings;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.ui.FailureText;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.PostingField;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** Who may post in a group or a public chat: a choice for those who manage it, for all others a word. */
class PostingSection extends Div {

    PostingSection(OpenChat open, Chat chat, ChatRights rights, ChatSettings settings) {
        addClassName("notifications-choice");
        boolean mayChange = !chat.archived() && rights.mayManage(open.actor(), chat);
        if (mayChange) {
            var who = new PostingField("posting", chat.posting());
            who.onChange(chosen -> change(open, settings, Posting.valueOf(chosen)));
            add(who);
        } else {
            add(new H3(getTranslation("posting.label")), new Paragraph(getTranslation("posting." + chat.posting())));
        }
        setVisible(chat.kind() != Kind.PRIVATE);
    }

    private void change(OpenChat open, ChatSettings settings, Posting posting) {
        try {
            settings.change(open.actor(), open.chat(), new ChatSettings.Change(null, null, posting, null));
        } catch (ForbiddenException | NotFoundException refused) {
            Toast.show(FailureText.text(refused, getLocale()));
        }
    }
}
