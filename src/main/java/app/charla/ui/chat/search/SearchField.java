package app.charla.ui.chat.search;

import app.charla.ui.component.Icon;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;

/** The search field. While the person types, the browser's own list offers completions of the query. */
class SearchField extends Div {

    private static final int DEBOUNCE_MILLIS = 150;

    private final Input input = new Input();
    private final Element suggestions = new Element("datalist");

    SearchField(SerializableConsumer<String> search, SerializableFunction<String, List<String>> completions) {
        addClassName("search");
        suggestions.setAttribute("id", "search-offers");
        input.setId("search-words");
        input.setType("search");
        input.setPlaceholder(getTranslation("search.hint"));
        input.getElement()
                .setAttribute("aria-label", getTranslation("search.title"))
                .setAttribute("maxlength", "256")
                .setAttribute("enterkeyhint", "search")
                .setAttribute("autocomplete", "off")
                .setAttribute("list", "search-offers");
        onEvent("change", search);
        onEvent("input", typed -> suggest(completions.apply(typed)));
        add(new Icon("search"), input);
        getElement().appendChild(suggestions);
        input.focus();
    }

    private void onEvent(String type, SerializableConsumer<String> handler) {
        input.getElement()
                .addEventListener(
                        type,
                        event -> handler.accept(
                                event.getEventData().path("element.value").asString("")))
                .debounce(type.equals("input") ? DEBOUNCE_MILLIS : 0)
                .addEventData("element.value");
    }

    private void suggest(List<String> completions) {
        suggestions.removeAllChildren();
        completions.forEach(
                completion -> suggestions.appendChild(new Element("option").setAttribute("value", completion)));
    }

    void setValue(String query) {
        input.setValue(query);
    }
}
