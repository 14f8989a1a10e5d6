package app.charla.ui.component;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;

/** Checkbox with a label. */
public class Checkbox extends NativeLabel {

    private final Input box = new Input();
    private boolean checked;

    public Checkbox(String label) {
        addClassName("check");
        box.setType("checkbox");
        box.getElement()
                .addEventListener(
                        "change",
                        change -> checked =
                                change.getEventData().path("element.checked").asBoolean(false))
                .addEventData("element.checked");
        add(box, new Span(label));
    }

    /** Sets the state. */
    public Checkbox check(boolean ticked) {
        checked = ticked;
        box.getElement().setProperty("checked", ticked);
        return this;
    }

    public boolean isChecked() {
        return checked;
    }

    /** Adds a listener that is called when the person changes the state. */
    public Checkbox onChange(SerializableConsumer<Boolean> changed) {
        box.getElement().addEventListener("change", change -> changed.accept(checked));
        return this;
    }
}
