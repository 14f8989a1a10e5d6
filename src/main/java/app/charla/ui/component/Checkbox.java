package app.charla.ui.component;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;

/** A box to tick, with its label. */
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

    /** Ticks it, or not. */
    public Checkbox check(boolean ticked) {
        checked = ticked;
        box.getElement().setProperty("checked", ticked);
        return this;
    }

    /** Whether it is ticked now. */
    public boolean isChecked() {
        return checked;
    }

    /** Tells whenever the person changes it. */
    public Checkbox onChange(SerializableConsumer<Boolean> changed) {
        box.getElement().addEventListener("change", change -> changed.accept(checked));
        return this;
    }
}
