package app.charla.ui.chat.list;

import app.charla.chat.Chat;
import app.charla.ui.chat.ChatAvatars;
import app.charla.ui.chat.ChatList;
import app.charla.ui.component.TimeText;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.time.Instant;

/** A public chat in the list of them: name, topic, members, last activity, newest message, and a button to join. */
class PublicChatRow extends ListItem {

    /** @param join joins the chat; not offered to members, nor of an archived chat */
    PublicChatRow(Chat chat, ChatList.Row row, Command join) {
        addClassName("public-chat");
        var name = new Span(row.title());
        name.addClassName("name");
        var text = new Div(name);
        text.addClassName("text");
        if (!chat.topic().isEmpty()) {
            var topic = new Paragraph(chat.topic());
            topic.addClassName("topic");
            text.add(topic);
        }
        if (!row.preview().isEmpty()) {
            var preview = new Paragraph(row.preview().line());
            preview.addClassName("excerpt");
            text.add(preview);
        }
        text.add(facts(chat, row));
        var link = new Anchor(row.address(), ChatAvatars.of(row), text);
        link.getElement().setAttribute("router-link", "");
        add(link);
        if (row.joined()) {
            var joined = new Span(getTranslation("public.joined"));
            joined.addClassName("hint");
            add(joined);
        } else if (!chat.archived()) {
            var button = new NativeButton(getTranslation("public.join"), click -> join.execute());
            button.addClassNames("button", "secondary");
            button.setAriaLabel(getTranslation("public.join.label", row.title()));
            add(button);
        }
    }

    private Div facts(Chat chat, ChatList.Row row) {
        int count = chat.members().size();
        var members =
                new Span(getTranslation(count == 1 ? "public.members.one" : "public.members.other", count) + " · ");
        var active = new Span(getTranslation("public.active") + " ");
        var facts = new Div(members, active, new TimeText(Instant.ofEpochMilli(row.at())));
        facts.addClassName("hint");
        return facts;
    }
}
