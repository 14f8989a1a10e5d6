package app.charla.ui.component;

import com.vaadin.flow.component.html.Input;

/**
 * Text field of one line with a label, a hint and an error. The native input is in the light DOM, where password
 * managers, forms and screen readers find it.
 */
public class Field extends LabelledField<Input> {

    /** @param name the name of the value in a form; the element ids are made of it */
    public Field(String name, String label) {
        super(new Input(), name, label);
    }

    /** Sets the input type and the autofill token, which password managers and on-screen keyboards go by. */
    public Field withType(String type, String autocomplete) {
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

    /** The native input. */
    public Input input() {
        return control();
    }

    /** The text that the server knows. */
    public String value() {
        return input().getValue();
    }
}
