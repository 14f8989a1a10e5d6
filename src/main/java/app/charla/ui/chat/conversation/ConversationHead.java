package app.charla.ui.chat.conversation;

import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.NotificationSetting;
import app.charla.core.AccountId;
import app.charla.ui.Addresses;
import app.charla.ui.chat.ChatAvatars;
import app.charla.ui.component.Icon;
import app.charla.ui.component.IconButton;
import app.charla.ui.component.PresenceMark;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import org.jspecify.annotations.Nullable;

/** The head of a conversation: its avatar and title, the number of members, and buttons for search and details. */
class ConversationHead extends Header {

    private final Anchor back = new Anchor("", new Icon("back"));
    private final Div avatar = new Div();
    private final NativeButton name;
    private final Span memberCount = new Span();
    private final Span presence = new Span();
    private final Span topic = new Span();
    private final Span archived = new Span(getTranslation("chat.archived"));
    private final Span muted = new Span();
    private final Anchor search = new Anchor("", new Icon("search"));
    private final IconButton details;

    ConversationHead(Command showDetails) {
        addClassName("conversation-head");
        back.addClassNames("icon-button", "back");
        back.setAriaLabel(getTranslation("conversation.back"));
        back.getElement().setAttribute("router-link", "");
        memberCount.addClassName("hint");
        presence.addClassName("hint");
        topic.addClassNames("hint", "topic");
        archived.addClassNames("hint", "archived");
        muted.addClassNames("glyph", "glyph-muted");
        muted.getElement().setAttribute("role", "img");
        muted.setVisible(false);
        avatar.addClassName("marked");
        name = new NativeButton("", click -> showDetails.execute());
        name.addClassName("open-details");
        name.setTitle(getTranslation("details.title"));
        var titles = new Div(new Div(new H2(name), muted), new Div(archived, memberCount, presence, topic));
        titles.addClassName("text");
        var identity = new Div(avatar, titles);
        identity.addClassName("identity");
        details = new IconButton("more", getTranslation("details.title"), click -> showDetails.execute());
        search.addClassName("icon-button");
        search.setAriaLabel(getTranslation("search.here"));
        search.setTitle(getTranslation("search.here"));
        search.getElement().setAttribute("router-link", "");
        add(back, identity, search, details);
    }

    /** Focuses the button that opens the details. */
    void focusDetails() {
        details.focus();
    }

    /** @param other the other member of a private chat; null for any other chat */
    void show(String slug, Chat chat, String title, String colourOf, @Nullable AccountId other) {
        back.setHref(Addresses.space(slug));
        search.setHref(Addresses.search(slug, "", chat.id()));
        avatar.removeAll();
        avatar.add(ChatAvatars.of(chat, title, colourOf));
        presence.removeAll();
        if (other != null) {
            avatar.add(PresenceMark.dot(other));
            presence.add(PresenceMark.words(other));
        }
        name.setText(title);
        int count = chat.members().size();
        memberCount.setText(
                getTranslation(count == 1 ? "conversation.people.one" : "conversation.people.other", count));
        memberCount.setVisible(chat.kind() != Kind.PRIVATE);
        archived.setVisible(chat.archived());
        topic.setText(chat.topic());
        topic.setTitle(chat.topic());
        topic.setVisible(!chat.topic().isEmpty());
    }

    /** Shows the notification level of the chat if it is not the default. */
    void showNotifications(NotificationSetting setting) {
        String label = setting.isMuted() ? getTranslation("list.muted." + setting.level()) : "";
        muted.setVisible(setting.isMuted());
        muted.setTitle(label);
        muted.getElement().setAttribute("aria-label", label);
    }
}
