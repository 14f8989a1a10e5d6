package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.function.SerializableConsumer;

/** Native form: Enter submits it, and password managers recognise it. */
@Tag("form")
public class Form extends HtmlContainer {

    /** The values of the fields at the moment of submission. */
    @FunctionalInterface
    public interface Values {

        /** Returns the value of a field, empty if it has none. */
        String of(String name);
    }

    /** Submits by a plain POST to an address, with a page load. */
    public void postTo(String address) {
        getElement().setAttribute("method", "post").setAttribute("action", address);
    }

    /**
     * Adds a listener for submission. It receives the values of the fields as they are in the browser, which may be
     * newer than those the server knows.
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

    /** Expression for the value of a field; hidden fields are absent from the page. */
    private static String value(String name) {
        return "element.elements['" + name + "']?.value ?? ''";
    }
}
