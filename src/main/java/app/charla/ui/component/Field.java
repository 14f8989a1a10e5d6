package app.charla.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;

/**
 * One line of text with its label, a hint and a complaint. The browser's own input stands in the page itself, so that
 * password managers, forms and screen readers find what they know.
 */
public class Field extends Div {

    private final Input input = new Input();
    private final Span hint = new Span();
    private final Span complaint = new Span();

    /** @param name of the value in a form; also what the identifiers in the page are made of */
    public Field(String name, String label) {
        addClassName("field");
        input.setId("field-" + name);
        input.getElement().setAttribute("name", name);
        var text = new NativeLabel(label);
        text.setFor(input);
        hint.setId("hint-" + name);
        hint.addClassName("hint");
        complaint.setId("complaint-" + name);
        complaint.addClassName("complaint");
        complaint.getElement().setAttribute("aria-live", "polite");
        input.getElement().setAttribute("aria-describedby", "hint-" + name + " complaint-" + name);
        add(text, input, hint, complaint);
    }

    /** Makes it a field of a special kind, known to password managers and telephone keyboards. */
    public Field of(String type, String autocomplete) {
        input.setType(type);
        attribute("autocomplete", autocomplete);
        if (!type.equals("text") || !autocomplete.equals("off")) {
            attribute("autocapitalize", "none");
            attribute("spellcheck", "false");
        }
        return this;
    }

    /** Sets an attribute of the input. */
    public Field attribute(String name, String value) {
        input.getElement().setAttribute(name, value);
        return this;
    }

    /** Says something helpful under the input; nothing when empty. */
    public void hint(String text) {
        hint.setText(text);
    }

    /** Says what is wrong with the value; nothing when empty. */
    public void complain(String text) {
        complaint.setText(text);
        if (text.isEmpty()) {
            input.getElement().removeAttribute("aria-invalid");
        } else {
            input.getElement().setAttribute("aria-invalid", "true");
        }
    }

    /** The browser's input. */
    public Input input() {
        return input;
    }

    /** What was written. */
    public String value() {
        return input.getValue();
    }
}
