package app.charla.ui.component;

import com.vaadin.flow.component.html.Span;

/** A small drawing in the colour of the text around it; the style sheet has the drawings. */
public class Icon extends Span {

    /** @param name as in the style sheet: {@code glyph-<name>} */
    public Icon(String name) {
        addClassNames("glyph", "glyph-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
