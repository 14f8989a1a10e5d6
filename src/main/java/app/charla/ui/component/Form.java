package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A form of the browser: Enter sends it, and password managers see it. */
@Tag("form")
public class Form extends HtmlContainer {

    /** A form that is posted to an address as in the old days. */
    public void postTo(String address) {
        getElement().setAttribute("method", "post").setAttribute("action", address);
    }

    /**
     * Hands over what the fields hold at the moment of sending, which may be more than the server has heard of.
     *
     * @param names of the fields
     */
    public void onSubmit(SerializableConsumer<Map<String, String>> submitted, String... names) {
        DomListenerRegistration listener = getElement()
                .addEventListener(
                        "submit",
                        event -> submitted.accept(Arrays.stream(names)
                                .collect(Collectors.toMap(
                                        Function.identity(),
                                        name -> event.getEventData().path(value(name)).asString("")))))
                .preventDefault();
        for (String name : names) {
            listener.addEventData(value(name));
        }
    }

    private static String value(String name) {
        return "element.elements." + name + ".value";
    }
}
