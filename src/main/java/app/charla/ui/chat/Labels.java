package app.charla.ui.chat;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hands texts to an element as a call rather than as a property: a property would be held in every open tab's session. */
public final class Labels {

    private Labels() {}

    /** Hands over the texts of some keys, in a language. */
    public static void send(Component component, List<String> keys, Locale locale) {
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(keys.size());
        keys.forEach(key -> texts.put(key, component.getTranslation(locale, key)));
        component.getElement().callJsFunction("setLabels", locale.toLanguageTag(), texts);
    }
}
