package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Map;

/** Radio group in one row; a choice takes effect at once. */
@Tag("fieldset")
public class Choice<T> extends HtmlContainer {

    @Tag("legend")
    private static final class Legend extends HtmlContainer {}

    /**
     * @param name the name of the radio inputs, unique in the page
     * @param choices the values in order, with their labels
     */
    public Choice(String name, String label, Map<T, String> choices, T chosen, SerializableConsumer<T> chose) {
        addClassName("choice");
        var legend = new Legend();
        legend.setText(label);
        var options = new Div();
        options.addClassName("options");
        choices.forEach((value, text) -> {
            var radio = new Input();
            radio.setType("radio");
            radio.getElement().setAttribute("name", name);
            radio.getElement().setAttribute("checked", value.equals(chosen));
            radio.getElement().addEventListener("change", change -> chose.accept(value));
            var option = new NativeLabel();
            option.add(radio, new Span(text));
            options.add(option);
        });
        add(legend, options);
    }
}
