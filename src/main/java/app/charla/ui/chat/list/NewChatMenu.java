package app.charla.ui.chat.list;

import app.charla.ui.Addresses;
import app.charla.ui.component.Icon;
import app.charla.ui.component.Menu;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Button and menu that lead to the views for a new private chat and a new group. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class NewChatMenu extends Composite<Div> {

    private String slug = "";

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
        return new Div(button, menu);
    }

    /** Sets the space. */
    public void use(String slug) {
        this.slug = slug;
    }

    private void go(String address) {
        getUI().ifPresent(ui -> ui.navigate(address));
    }
}
