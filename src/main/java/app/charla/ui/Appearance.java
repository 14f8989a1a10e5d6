package app.charla.ui;

import app.charla.account.AppearanceSettings;
import app.charla.account.AppearanceSettings.Density;
import app.charla.account.AppearanceSettings.TextSize;
import app.charla.account.AppearanceSettings.Theme;
import app.charla.account.Preferences;
import app.charla.space.Space;
import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The appearance of a page, with its time zone and sounds: attributes of the root element, which the style sheet and the
 * front end read, and a style sheet with the shades of the accent colour. A page is served with them, so that nothing
 * flashes, and may change later.
 *
 * @param attributes by their names after {@code data-}; a missing one means the default
 * @param accent the style sheet of the shades, or empty for the default accent
 */
public record Appearance(Map<String, String> attributes, String accent) implements Serializable {

    private static final String STYLE_ID = "charla-accent";
    private static final String THEME = "theme";
    private static final String TEXT_SIZE = "text-size";
    private static final String DENSITY = "density";
    private static final String TIME_ZONE = "time-zone";
    private static final String SOUNDS = "sounds";

    /** @param space the open space, if any */
    public static Appearance of(Preferences preferences, @Nullable Space space) {
        AppearanceSettings appearance = preferences.look();
        var attributes = new LinkedHashMap<String, String>();
        if (appearance.theme() != Theme.SYSTEM) {
            attributes.put(THEME, attributeValue(appearance.theme()));
        }
        if (appearance.textSize() != TextSize.NORMAL) {
            attributes.put(TEXT_SIZE, attributeValue(appearance.textSize()));
        }
        if (appearance.density() != Density.COMFORTABLE) {
            attributes.put(DENSITY, attributeValue(appearance.density()));
        }
        if (preferences.timeZone() != null) {
            attributes.put(TIME_ZONE, preferences.timeZone());
        }
        if (!preferences.sounds()) {
            attributes.put(SOUNDS, "off");
        }
        String color =
                space != null && space.tinted() && appearance.spaceColors() ? space.color() : appearance.accent();
        return new Appearance(attributes, color == null ? "" : new Palette(color).css());
    }

    private static String attributeValue(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Writes the appearance into a page that is about to be served. */
    public void applyTo(Document page) {
        Element html = page.selectFirst("html");
        if (html != null) {
            attributes.forEach((name, value) -> html.attr("data-" + name, value));
            page.head().appendElement("style").id(STYLE_ID).appendText(accent);
        }
    }

    /** Changes the appearance of an open page. */
    public void applyTo(UI ui) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {THEME, TEXT_SIZE, DENSITY, TIME_ZONE, SOUNDS}) {
            values.put(name, attributes.get(name));
        }
        ui.getPage().executeJs("""
                        for (const [name, value] of Object.entries($0)) {
                          document.documentElement.toggleAttribute('data-' + name, value !== null);
                          if (value !== null) document.documentElement.setAttribute('data-' + name, value);
                        }
                        document.getElementById($1).textContent = $2;""", values, STYLE_ID, accent);
    }
}
