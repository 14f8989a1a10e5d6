package app.charla.ui.chat.list;

import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.ui.Addresses;
import app.charla.ui.component.Icon;
import app.charla.ui.component.Menu;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The button and menu that start a private chat or a group. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class NewChatMenu extends Composite<Div> {

    private final transient ChatService chats;
    private final transient GroupService groups;
    private final transient ProfileDirectory profiles;
    private @Nullable Actor actor;
    private String slug = "";

    NewChatMenu(ChatService chats, GroupService groups, ProfileDirectory profiles) {
        this.chats = chats;
        this.groups = groups;
        this.profiles = profiles;
    }

    @Override
    protected Div initContent() {
        var button = new NativeButton();
        button.add(new Icon("plus"));
        button.addClassNames("icon-button", "filled");
        button.setAriaLabel(getTranslation("new.label"));
        button.setTitle(getTranslation("new.label"));
        var menu = new Menu(button);
        menu.add(getTranslation("new.private"), this::newPrivate);
        menu.add(getTranslation("new.group"), this::newGroup);
        return new Div(button, menu);
    }

    /** Sets the person who starts a chat, and the space. */
    public void use(Actor actor, String slug) {
        this.actor = actor;
        this.slug = slug;
    }

    private void newPrivate() {
        if (actor != null) {
            new NewPrivateDialog(actor, chats, profiles, this::go).open();
        }
    }

    private void newGroup() {
        if (actor != null) {
            new NewGroupDialog(actor, groups, profiles, this::go).open();
        }
    }

    private void go(ChatId chat) {
        getUI().ifPresent(ui -> ui.navigate(Addresses.chat(slug, chat)));
    }
}
