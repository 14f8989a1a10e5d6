package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.function.SerializableConsumer;

/** A form of the browser: Enter sends it, and password managers see it. */
@Tag("form")
public class Form extends HtmlContainer {

    /** What the fields held when the form was sent. */
    @FunctionalInterface
    public interface Values {

        /** The value of a field, empty if it holds nothing. */
        String of(String name);
    }

    /** A form that is posted to an address as in the old days. */
    public void postTo(String address) {
        getElement().setAttribute("method", "post").setAttribute("action", address);
    }

    /**
     * Hands over what the fields hold at the moment of sending, which may be more than the server has heard of.
     *
     * @param names of the fields
     */
    public void onSubmit(SerializableConsumer<Values> submitted, String... names) {
        DomListenerRegistration listener = getElement()
                .addEventListener(
                        "submit",
                        event -> submitted.accept(
                                name -> event.getEventData().path(value(name)).asString("")))
                .preventDefault();
        for (String name : names) {
            listener.addEventData(value(name));
        }
    }

    /** Of a field that is not to be seen there is nothing in the page. */
    private static String value(String name) {
        return "element.elements['" + name + "']?.value ?? ''";
    }
}
