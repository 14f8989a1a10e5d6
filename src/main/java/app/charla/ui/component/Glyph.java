package app.charla.ui.component;

import com.vaadin.flow.component.html.Span;

/** A small drawing in the colour of the text around it; the style sheet has the drawings. */
public class Glyph extends Span {

    /** @param name as in the style sheet: {@code glyph-<name>} */
    public Glyph(String name) {
        addClassNames("glyph", "glyph-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
