package app.charla.ui;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Hands texts to an element as a call rather than as a property: a property would be held in every open tab's session. */
public final class Labels {

    /** What shows what messages hold says so in the same words everywhere. */
    private static final List<String> MEDIA = List.of(
            "media.close",
            "media.count",
            "media.download",
            "media.download.file",
            "media.failed",
            "media.film",
            "media.lightbox",
            "media.next",
            "media.open",
            "media.open.film",
            "media.pause",
            "media.place",
            "media.place.at",
            "media.play",
            "media.previous",
            "media.speed",
            "media.zoom.in",
            "media.zoom.out",
            "voice.title");

    private Labels() {}

    /** The keys of an element that shows what messages hold, beside its own. */
    public static List<String> withMedia(String... own) {
        return Stream.concat(MEDIA.stream(), Stream.of(own)).toList();
    }

    /** Hands over the texts of some keys, in a language. */
    public static void send(Component component, List<String> keys, Locale locale) {
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(keys.size());
        keys.forEach(key -> texts.put(key, component.getTranslation(locale, key)));
        component.getElement().callJsFunction("setLabels", locale.toLanguageTag(), texts);
    }
}
