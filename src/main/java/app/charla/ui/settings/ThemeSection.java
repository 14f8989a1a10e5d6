package app.charla.ui.settings;

import app.charla.account.AppearanceSettings;
import app.charla.account.AppearanceSettings.Density;
import app.charla.account.AppearanceSettings.TextSize;
import app.charla.account.AppearanceSettings.Theme;
import app.charla.ui.component.Checkbox;
import app.charla.ui.component.Choice;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Theme, accent, text size and density. */
class ThemeSection extends SettingsSection {

    ThemeSection(PreferencesEditor editor) {
        super("settings.look");
        addClassName("fields");
        AppearanceSettings appearance = editor.current().look();
        add(
                choice(
                        "theme",
                        Theme.values(),
                        appearance.theme(),
                        theme -> editor.changeAppearance(now -> now.with(theme))),
                new AccentChoice(appearance.accent(), accent -> editor.changeAppearance(now -> now.withAccent(accent))),
                new Checkbox(getTranslation("theme.spaceColors"))
                        .check(appearance.spaceColors())
                        .onChange(used -> editor.changeAppearance(now -> now.withSpaceColors(used))),
                choice(
                        "textSize",
                        TextSize.values(),
                        appearance.textSize(),
                        size -> editor.changeAppearance(now -> now.with(size))),
                choice(
                        "density",
                        Density.values(),
                        appearance.density(),
                        density -> editor.changeAppearance(now -> now.with(density))));
    }

    private <T extends Enum<T>> Choice<T> choice(String name, T[] values, T chosen, SerializableConsumer<T> chose) {
        Map<T, String> choices = new LinkedHashMap<>();
        for (T value : values) {
            choices.put(value, getTranslation("theme." + name + "." + value));
        }
        return new Choice<>(name, getTranslation("theme." + name), choices, chosen, chose);
    }
}
