package app.charla.ui.chat.search;

import app.charla.ui.component.Icon;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;

/** Where one types what to look for. While one types, the browser's own list offers how the question may go on. */
class SearchField extends Div {

    private static final int PAUSE_MILLIS = 150;

    private final Input input = new Input();
    private final Element offers = new Element("datalist");

    SearchField(SerializableConsumer<String> asked, SerializableFunction<String, List<String>> completions) {
        addClassName("search");
        offers.setAttribute("id", "search-offers");
        input.setId("search-words");
        input.setType("search");
        input.setPlaceholder(getTranslation("search.hint"));
        input.getElement()
                .setAttribute("aria-label", getTranslation("search.title"))
                .setAttribute("maxlength", "256")
                .setAttribute("enterkeyhint", "search")
                .setAttribute("autocomplete", "off")
                .setAttribute("list", "search-offers");
        onEvent("change", asked);
        onEvent("input", typed -> offer(completions.apply(typed)));
        add(new Icon("search"), input);
        getElement().appendChild(offers);
        input.focus();
    }

    private void onEvent(String type, SerializableConsumer<String> heard) {
        input.getElement()
                .addEventListener(
                        type,
                        event -> heard.accept(
                                event.getEventData().path("element.value").asString("")))
                .debounce(type.equals("input") ? PAUSE_MILLIS : 0)
                .addEventData("element.value");
    }

    private void offer(List<String> questions) {
        offers.removeAllChildren();
        questions.forEach(question -> offers.appendChild(new Element("option").setAttribute("value", question)));
    }

    void setValue(String question) {
        input.setValue(question);
    }
}
