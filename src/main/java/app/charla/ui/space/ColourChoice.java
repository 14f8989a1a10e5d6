package app.charla.ui.space;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** Choice of the colour of a space: one of ten named ones, or the one it already has. */
@Tag("fieldset")
class ColourChoice extends HtmlContainer {

    /** The named colours by the suffix of their key in the bundles. */
    private static final Map<String, String> COLOURS = new LinkedHashMap<>();

    static {
        COLOURS.put("indigo", "#5b5bd6");
        COLOURS.put("blue", "#2f6fd0");
        COLOURS.put("cyan", "#0c7f99");
        COLOURS.put("green", "#1c7f4b");
        COLOURS.put("olive", "#7a6a12");
        COLOURS.put("orange", "#a85a15");
        COLOURS.put("red", "#c0392b");
        COLOURS.put("pink", "#cf3f74");
        COLOURS.put("violet", "#8a3fd1");
        COLOURS.put("grey", "#5f6675");
    }

    @Tag("legend")
    private static final class Legend extends HtmlContainer {}

    private String chosen;

    ColourChoice(String present) {
        this.chosen = present;
        addClassName("colours");
        var legend = new Legend();
        legend.setText(getTranslation("space.color"));
        var options = new Div();
        options.addClassName("options");
        Map<String, String> offered = new LinkedHashMap<>(COLOURS);
        if (!offered.containsValue(present)) {
            offered.put("own", present);
        }
        offered.forEach((name, colour) -> options.add(option(name, colour)));
        add(legend, options);
    }

    /** The preselected colour of a new space. */
    static String first() {
        return COLOURS.values().iterator().next();
    }

    private NativeLabel option(String name, String colour) {
        var radio = new Input();
        radio.setType("radio");
        radio.getElement()
                .setAttribute("name", "color")
                .setAttribute("value", colour)
                .setAttribute("checked", colour.equals(chosen));
        radio.getElement().addEventListener("change", change -> chosen = colour);
        var swatch = new Span();
        swatch.addClassName("swatch");
        swatch.getElement().setAttribute("aria-hidden", "true");
        swatch.getStyle().set("--tile", TileColour.of(colour));
        var said = new Span(getTranslation("space.color." + name));
        said.addClassName("unseen");
        var option = new NativeLabel();
        option.add(radio, swatch, said);
        option.setTitle(getTranslation("space.color." + name));
        return option;
    }

    /** The chosen colour. */
    String chosen() {
        return chosen;
    }
}
