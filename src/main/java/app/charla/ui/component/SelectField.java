package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Map;

/** Native select with a label; a {@link Form} submits the value. */
public class SelectField extends LabelledField<SelectField.Choices> {

    /** The native select. */
    @Tag("select")
    protected static final class Choices extends HtmlContainer {}

    @Tag("option")
    private static final class Option extends HtmlContainer {}

    /**
     * @param name the name of the value in a form
     * @param choices the values in order, with their labels
     */
    public SelectField(String name, String label, Map<String, String> choices) {
        super(new Choices(), name, label);
        choices.forEach((value, text) -> {
            var option = new Option();
            option.getElement().setAttribute("value", value);
            option.setText(text);
            control().add(option);
        });
    }

    /** Adds a listener that receives the value the person selects. */
    public void onChange(SerializableConsumer<String> chose) {
        control()
                .getElement()
                .addEventListener(
                        "change",
                        change -> chose.accept(
                                change.getEventData().path("element.value").asString("")))
                .addEventData("element.value");
    }

    /** Selects a value. */
    public void select(String value) {
        control()
                .getChildren()
                .forEach(option -> option.getElement()
                        .setAttribute(
                                "selected", value.equals(option.getElement().getAttribute("value"))));
    }
}
