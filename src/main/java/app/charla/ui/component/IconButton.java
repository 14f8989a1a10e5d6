package app.charla.ui.component;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.NativeButton;

/** A button that shows a drawing and says its name to those who do not see it. */
public class IconButton extends NativeButton {

    /** @param name what it does, in the person's language */
    public IconButton(String glyph, String name, ComponentEventListener<ClickEvent<NativeButton>> pressed) {
        super();
        add(new Icon(glyph));
        addClassName("icon-button");
        setAriaLabel(name);
        setTitle(name);
        getElement().setAttribute("type", "button");
        addClickListener(pressed);
    }
}
