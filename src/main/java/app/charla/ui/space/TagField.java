package app.charla.ui.space;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Field for several short names; Enter or the button adds one. */
class TagField extends Div {

    private final Set<String> words = new LinkedHashSet<>();
    private final Input next = new Input();
    private final Div chips = new Div();
    private final Span complaint = new Span();

    TagField(String name, String label, String hint, List<String> present) {
        addClassNames("field", "words");
        words.addAll(present);
        next.setId("field-" + name);
        next.getElement()
                .setAttribute("name", name)
                .setAttribute("maxlength", "80")
                .setAttribute("autocomplete", "off");
        next.getElement().setAttribute("aria-describedby", "hint-" + name + " complaint-" + name);
        next.getElement()
                .addEventListener(
                        "keydown",
                        enter -> addTag(
                                enter.getEventData().path("element.value").asString("")))
                .setFilter("event.key === 'Enter' && element.value.trim() !== ''")
                .addEventData("element.value")
                .addEventData("event.key === 'Enter' && element.value.trim() !== '' && event.preventDefault()");
        var add = new NativeButton(getTranslation("words.add"));
        add.addClassNames("button", "secondary");
        add.getElement().setAttribute("type", "button");
        add.addClickListener(click -> addTag(next.getValue()));
        var text = new NativeLabel(label);
        text.setFor(next);
        var line = new Div(next, add);
        line.addClassName("in-line");
        chips.addClassName("chips");
        chips.getElement().setAttribute("role", "list");
        var help = new Span(hint);
        help.addClassName("hint");
        help.setId("hint-" + name);
        complaint.addClassName("complaint");
        complaint.setId("complaint-" + name);
        complaint.getElement().setAttribute("aria-live", "polite");
        add(text, chips, line, help, complaint);
        show();
    }

    private void addTag(String written) {
        if (!written.isBlank()) {
            words.add(written.strip());
            next.setValue("");
            next.getElement().executeJs("this.value = ''; this.focus()");
            complaint.setText("");
            show();
        }
    }

    private void show() {
        chips.removeAll();
        words.forEach(word -> chips.add(chip(word)));
        chips.setVisible(!words.isEmpty());
    }

    private Div chip(String word) {
        var remove = new NativeButton("×", click -> {
            words.remove(word);
            show();
            next.focus();
        });
        remove.getElement().setAttribute("type", "button");
        remove.setAriaLabel(getTranslation("words.remove", word));
        var chip = new Div(new Span(word), remove);
        chip.addClassName("chip");
        chip.getElement().setAttribute("role", "listitem");
        return chip;
    }

    void showError(String text) {
        complaint.setText(text);
    }

    /** Returns all names, including the text still in the input. */
    List<String> values(String inField) {
        var all = new ArrayList<>(words);
        if (!inField.isBlank() && !words.contains(inField.strip())) {
            all.add(inField.strip());
        }
        return all;
    }
}
