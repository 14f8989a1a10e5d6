package app.charla.ui.chat.list;

import app.charla.chat.PublicChatService;
import app.charla.core.Actor;
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

/** The button and menu that start a chat of any kind, and lead to the public ones. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class NewChatMenu extends Composite<Div> {

    private final transient PublicChatService publicChats;
    private @Nullable Actor actor;
    private String slug = "";

    NewChatMenu(PublicChatService publicChats) {
        this.publicChats = publicChats;
    }

    @Override
    protected Div initContent() {
        var button = new NativeButton();
        button.add(new Icon("plus"));
        button.addClassNames("icon-button", "filled");
        button.setAriaLabel(getTranslation("new.label"));
        button.setTitle(getTranslation("new.label"));
        var menu = new Menu(button);
        menu.add(getTranslation("new.private"), () -> go(Addresses.newChat(slug)));
        menu.add(getTranslation("new.group"), () -> go(Addresses.newGroup(slug)));
        menu.add(getTranslation("new.public"), this::newPublic);
        menu.add(getTranslation("public.title"), () -> go(Addresses.publicChats(slug)));
        return new Div(button, menu);
    }

    /** Sets the person and the space. */
    public void use(Actor actor, String slug) {
        this.actor = actor;
        this.slug = slug;
    }

    private void newPublic() {
        if (actor != null) {
            new NewPublicDialog(actor, publicChats, chat -> go(Addresses.chat(slug, chat))).open();
        }
    }

    private void go(String address) {
        getUI().ifPresent(ui -> ui.navigate(address));
    }
}
