package app.charla.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;

/**
 * Native form control with a label, a hint and an error. Its module, which signed-in views load in any case, keeps the keys
 * of input methods from every listener of the page.
 */
@JsModule(LabelledField.INPUT_METHOD_MODULE)
public abstract class LabelledField<C extends Component> extends Div {

    /** The module for the keys of input methods. */
    public static final String INPUT_METHOD_MODULE = "./platform/input-method.ts";

    private final C control;
    private final Span hint = new Span();
    private final Span complaint = new Span();

    /** @param name the name of the value in a form; the element ids are made of it */
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

    /** The native control. */
    protected final C control() {
        return control;
    }

    /** Sets the hint below the control; empty removes it. */
    public void hint(String text) {
        hint.setText(text);
    }

    /** Sets the error of the value and marks it invalid; empty removes both. */
    public void showError(String text) {
        complaint.setText(text);
        if (text.isEmpty()) {
            control.getElement().removeAttribute("aria-invalid");
        } else {
            control.getElement().setAttribute("aria-invalid", "true");
        }
    }

    public void focusControl() {
        control.getElement().callJsFunction("focus");
    }
}
