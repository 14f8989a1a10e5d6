package app.charla.ui.component;

import com.vaadin.flow.component.html.Input;

/**
 * One line of text with its label, a hint and a complaint. The browser's own input stands in the page itself, so that
 * password managers, forms and screen readers find what they know.
 */
public class Field extends LabelledField<Input> {

    /** @param name of the value in a form; also what the identifiers in the page are made of */
    public Field(String name, String label) {
        super(new Input(), name, label);
    }

    /** Makes it a field of a special kind, known to password managers and telephone keyboards. */
    public Field of(String type, String autocomplete) {
        input().setType(type);
        attribute("autocomplete", autocomplete);
        if (!type.equals("text") || !autocomplete.equals("off")) {
            attribute("autocapitalize", "none");
            attribute("spellcheck", "false");
        }
        return this;
    }

    /** Sets an attribute of the input. */
    public Field attribute(String name, String value) {
        input().getElement().setAttribute(name, value);
        return this;
    }

    /** The browser's input. */
    public Input input() {
        return control();
    }

    /** What was written. */
    public String value() {
        return input().getValue();
    }
}
