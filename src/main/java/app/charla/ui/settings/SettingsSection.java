package app.charla.ui.settings;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** Section of a settings page, with a title. */
abstract class SettingsSection extends Section {

    /** @param title the key of the title */
    SettingsSection(String title) {
        add(new H2(getTranslation(title)));
    }
}
