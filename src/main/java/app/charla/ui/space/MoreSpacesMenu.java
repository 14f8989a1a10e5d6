package app.charla.ui.space;

import app.charla.ui.Addresses;
import app.charla.ui.component.Icon;
import app.charla.ui.component.Menu;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Menu to create, restore or join a space. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class MoreSpacesMenu extends Composite<Div> {

    private final transient JoinLinks joinLinks;

    MoreSpacesMenu(JoinLinks joinLinks) {
        this.joinLinks = joinLinks;
    }

    @Override
    protected Div initContent() {
        var button = new NativeButton();
        button.add(new Icon("plus"));
        button.addClassName("more-spaces");
        button.setAriaLabel(getTranslation("spaces.more"));
        button.setTitle(getTranslation("spaces.more"));
        var menu = new Menu(button);
        menu.add(getTranslation("spaces.create"), () -> go(Addresses.NEW_SPACE));
        menu.add(getTranslation("spaces.restore"), () -> go(Addresses.RESTORE_SPACE));
        menu.add(getTranslation("spaces.join"), () -> new JoinDialog(joinLinks).open());
        return new Div(button, menu);
    }

    private void go(String address) {
        getUI().ifPresent(ui -> ui.navigate(address));
    }
}
