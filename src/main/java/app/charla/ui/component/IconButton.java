package app.charla.ui.component;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.NativeButton;

/** Button with an icon, and its name as tooltip and accessible name. */
public class IconButton extends NativeButton {

    /** @param name the action, in the language of the person */
    public IconButton(String icon, String name, ComponentEventListener<ClickEvent<NativeButton>> onClick) {
        super();
        add(new Icon(icon));
        addClassName("icon-button");
        setAriaLabel(name);
        setTitle(name);
        getElement().setAttribute("type", "button");
        addClickListener(onClick);
    }
}
