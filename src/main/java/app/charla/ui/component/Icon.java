package app.charla.ui.component;

import com.vaadin.flow.component.html.Span;

/** Icon in the colour of the text around it, drawn by the style sheet. */
public class Icon extends Span {

    /** @param name as in the style sheet: {@code glyph-<name>} */
    public Icon(String name) {
        addClassNames("glyph", "glyph-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
