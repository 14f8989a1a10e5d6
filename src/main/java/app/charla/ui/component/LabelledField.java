package app.charla.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;

/** One of the browser's own form controls with its label, a hint and a complaint. */
public abstract class LabelledField<C extends Component> extends Div {

    private final C control;
    private final Span hint = new Span();
    private final Span complaint = new Span();

    /** @param name of the value in a form; also what the identifiers in the page are made of */
    protected LabelledField(C control, String name, String label) {
        this.control = control;
        addClassName("field");
        control.setId("field-" + name);
        control.getElement().setAttribute("name", name);
        var text = new NativeLabel(label);
        text.setFor(control);
        hint.setId("hint-" + name);
        hint.addClassName("hint");
        complaint.setId("complaint-" + name);
        complaint.addClassName("complaint");
        complaint.getElement().setAttribute("aria-live", "polite");
        control.getElement().setAttribute("aria-describedby", "hint-" + name + " complaint-" + name);
        add(text, control, hint, complaint);
    }

    /** The browser's control. */
    protected final C control() {
        return control;
    }

    /** Says something helpful under the control; nothing when empty. */
    public void hint(String text) {
        hint.setText(text);
    }

    /** Says what is wrong with the value; nothing when empty. */
    public void complain(String text) {
        complaint.setText(text);
        if (text.isEmpty()) {
            control.getElement().removeAttribute("aria-invalid");
        } else {
            control.getElement().setAttribute("aria-invalid", "true");
        }
    }

    /** Moves the keyboard there. */
    public void focusControl() {
        control.getElement().callJsFunction("focus");
    }
}
