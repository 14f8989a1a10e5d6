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
    /** The surface colours of tokens.css. */
    private static final String LIGHT_SURFACE = "#ffffff";

    private static final String DARK_SURFACE = "#171926";
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

    /** Returns the colours around the page, as of a phone's status bar, by the media query for which they are. */
    private Map<String, String> themeColors() {
        String theme = attributes.getOrDefault(THEME, "");
        var colors = new LinkedHashMap<String, String>();
        if (!theme.equals("dark")) {
            colors.put(theme.equals("light") ? "all" : "(prefers-color-scheme: light)", LIGHT_SURFACE);
        }
        if (!theme.equals("light")) {
            colors.put(
                    theme.equals("dark") ? "all" : "(prefers-color-scheme: dark)",
                    theme.equals("contrast") ? "#000000" : DARK_SURFACE);
        }
        return colors;
    }

    /** Writes the appearance into a page that is about to be served. */
    public void applyTo(Document page) {
        page.head()
                .select("meta[name=theme-color], meta[name=apple-mobile-web-app-status-bar-style]")
                .remove();
        page.head()
                .appendElement("meta")
                .attr("name", "apple-mobile-web-app-status-bar-style")
                .attr("content", "default");
        themeColors()
                .forEach((media, color) -> page.head()
                        .appendElement("meta")
                        .attr("name", "theme-color")
                        .attr("media", media)
                        .attr("content", color));
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
        ObjectNode colors = JsonNodeFactory.instance.objectNode();
        themeColors().forEach(colors::put);
        ui.getPage().executeJs("""
                        for (const [name, value] of Object.entries($0)) {
                          document.documentElement.toggleAttribute('data-' + name, value !== null);
                          if (value !== null) document.documentElement.setAttribute('data-' + name, value);
                        }
                        document.getElementById($1).textContent = $2;
                        document.head.querySelectorAll('meta[name=theme-color]').forEach((each) => each.remove());
                        for (const [media, content] of Object.entries($3)) {
                          document.head.append(Object.assign(document.createElement('meta'), { name: 'theme-color', media, content }));
                        }""", values, STYLE_ID, accent, colors);
    }
}
