package app.charla.ui;

import com.vaadin.flow.component.Component;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The texts of elements that are drawn in the browser. They are sent by a call rather than as a property: a property
 * would be held in every open tab's session. An element lists prefixes of keys in a constant {@code LABELS}, so that a
 * new text needs no change in Java.
 */
public final class Labels {

    /** Prefixes of the texts of pictures, players and files, wherever attachments are shown. */
    private static final List<String> ATTACHMENTS = List.of(
            "media.close",
            "media.count",
            "media.download",
            "media.failed",
            "media.film",
            "media.lightbox",
            "media.next",
            "media.open",
            "media.pause",
            "media.place",
            "media.play",
            "media.previous",
            "media.speed",
            "media.zoom.",
            "voice.title");

    private record Selection(Locale locale, List<String> prefixes) {}

    private static final Map<Selection, Map<String, String>> CACHE = new ConcurrentHashMap<>();

    private Labels() {}

    /** Returns the prefixes of an element that shows attachments, beside its own. */
    public static List<String> withAttachments(String... own) {
        return Stream.concat(ATTACHMENTS.stream(), Stream.of(own)).toList();
    }

    /** Sends an element all texts whose keys begin with one of the prefixes; a whole key is a prefix, too. */
    public static void send(Component element, List<String> prefixes, Locale locale) {
        Map<String, String> texts =
                CACHE.computeIfAbsent(new Selection(locale, prefixes), selection -> texts(element, prefixes, locale));
        element.getElement().callJsFunction("setLabels", locale.toLanguageTag(), texts);
    }

    private static Map<String, String> texts(Component element, List<String> prefixes, Locale locale) {
        var texts = new TreeMap<String, String>();
        for (String key : Texts.keys()) {
            if (prefixes.stream().anyMatch(key::startsWith)) {
                texts.put(key, element.getTranslation(locale, key));
            }
        }
        return Collections.unmodifiableMap(texts);
    }
}
