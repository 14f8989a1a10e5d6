package app.charla.ui.space;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.space.Invite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page of an invite says: who invites, the welcome of the space, its members, and the chat the invite leads to. */
@Component
class InviteWords {

    private final ChatService chats;
    private final ProfileDirectory profiles;

    InviteWords(ChatService chats, ProfileDirectory profiles) {
        this.chats = chats;
        this.profiles = profiles;
    }

    List<Paragraph> of(Invite.Preview preview) {
        var words = new ArrayList<Paragraph>();
        Profile inviter = profiles.findByIds(List.of(preview.inviter())).get(preview.inviter());
        if (inviter != null) {
            words.add(new Paragraph(text("invite.text", inviter.name())));
        }
        if (!preview.welcome().isEmpty()) {
            words.add(withClass(new Paragraph(preview.welcome()), "welcome"));
        }
        int people = preview.members();
        words.add(hint(text(people == 1 ? "conversation.people.one" : "conversation.people.other", people)));
        if (preview.chat() != null) {
            chats.invitedName(preview.space().id(), preview.chat())
                    .ifPresent(name -> words.add(hint(text("invite.chat", name))));
        }
        return words;
    }

    private static Paragraph hint(String text) {
        return withClass(new Paragraph(text), "hint");
    }

    private static Paragraph withClass(Paragraph paragraph, String name) {
        paragraph.addClassName(name);
        return paragraph;
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }
}
