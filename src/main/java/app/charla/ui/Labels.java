package app.charla.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collections;
import java.util.HashSet;
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

    /** Texts depend on the language alone; regions are as many as browsers like to name. */
    private record Selection(Locale language, List<String> prefixes) {}

    /** The texts of a selection, and the name under which a page keeps them. */
    private record Bundle(String name, Map<String, String> texts) {}

    /** The names of the bundles that a page has. */
    private static final class Sent extends HashSet<String> {}

    private static final Map<Selection, Bundle> CACHE = new ConcurrentHashMap<>();

    private Labels() {}

    /** Returns the prefixes of an element that shows attachments, beside its own. */
    public static List<String> withAttachments(String... own) {
        return Stream.concat(ATTACHMENTS.stream(), Stream.of(own)).toList();
    }

    /**
     * Hands an element all texts whose keys begin with one of the prefixes; a whole key is a prefix, too. They are sent once
     * to a page, which keeps them: the next element of the kind, in the next view, takes them from there.
     */
    public static void send(Component element, List<String> prefixes, Locale locale) {
        UI ui = element.getUI().orElseThrow();
        Bundle bundle = CACHE.computeIfAbsent(
                new Selection(Locale.of(locale.getLanguage()), prefixes),
                selection -> new Bundle(
                        name(selection),
                        texts(Instantiator.get(ui).getI18NProvider(), prefixes, selection.language())));
        if (sent(ui).add(bundle.name())) {
            ui.getPage().executeJs("(globalThis.charlaTexts ??= {})[$0] = $1", bundle.name(), bundle.texts());
        }
        element.getElement()
                .executeJs("this.setLabels($0, globalThis.charlaTexts[$1])", locale.toLanguageTag(), bundle.name());
    }

    private static String name(Selection selection) {
        return selection.language().toLanguageTag() + " " + String.join(" ", selection.prefixes());
    }

    private static Sent sent(UI ui) {
        Sent sent = ComponentUtil.getData(ui, Sent.class);
        if (sent == null) {
            sent = new Sent();
            ComponentUtil.setData(ui, Sent.class, sent);
        }
        return sent;
    }

    /** Returns all texts whose keys begin with one of the prefixes. */
    public static Map<String, String> texts(I18NProvider provider, List<String> prefixes, Locale locale) {
        var texts = new TreeMap<String, String>();
        for (String key : Texts.keys()) {
            if (prefixes.stream().anyMatch(key::startsWith)) {
                texts.put(key, provider.getTranslation(key, locale));
            }
        }
        return Collections.unmodifiableMap(texts);
    }
}
