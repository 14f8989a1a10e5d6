package app.charla.ui.settings;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Choice of the accent colour: the default, a named one, or any other. It takes effect at once. */
@Tag("fieldset")
class AccentChoice extends HtmlContainer {

    private static final String DEFAULT = "#5b5bd6";

    /** The named colours by the suffix of their key in the bundles. */
    private static final Map<String, String> COLOURS = new LinkedHashMap<>();

    static {
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

    private final SerializableConsumer<@Nullable String> chose;
    private final Div options = new Div();

    AccentChoice(@Nullable String present, SerializableConsumer<@Nullable String> chose) {
        this.chose = chose;
        addClassName("colours");
        var legend = new Legend();
        legend.setText(getTranslation("theme.accent"));
        options.addClassName("options");
        options.add(radio("theme.accent.usual", DEFAULT, null, present == null));
        COLOURS.forEach(
                (name, colour) -> options.add(radio("space.color." + name, colour, colour, colour.equals(present))));
        options.add(other(present));
        var hint = new Span(getTranslation("theme.accent.hint"));
        hint.addClassName("hint");
        add(legend, options, hint);
    }

    private NativeLabel radio(String name, String shown, @Nullable String value, boolean checked) {
        var radio = new Input();
        radio.setType("radio");
        radio.getElement().setAttribute("name", "accent").setAttribute("checked", checked);
        radio.getElement().addEventListener("change", change -> chose.accept(value));
        return option(radio, name, shown);
    }

    private NativeLabel other(@Nullable String present) {
        String own = present == null || COLOURS.containsValue(present) ? "" : present;
        var picker = new Input();
        picker.setType("color");
        picker.getElement().setAttribute("value", own.isEmpty() ? DEFAULT : own);
        picker.getElement()
                .addEventListener(
                        "change",
                        change -> chose.accept(
                                change.getEventData().path("element.value").asString(DEFAULT)))
                .addEventData("element.value");
        NativeLabel option = option(picker, "theme.accent.other", own);
        option.addClassName("other");
        option.setClassName("chosen", !own.isEmpty());
        return option;
    }

    private NativeLabel option(Input input, String name, String shown) {
        var swatch = new Span();
        swatch.addClassName("swatch");
        swatch.getElement().setAttribute("aria-hidden", "true");
        if (!shown.isEmpty()) {
            swatch.getStyle().set("--tile", shown);
        }
        var said = new Span(getTranslation(name));
        said.addClassName("unseen");
        var option = new NativeLabel();
        option.add(input, swatch, said);
        option.setTitle(getTranslation(name));
        return option;
    }
}
