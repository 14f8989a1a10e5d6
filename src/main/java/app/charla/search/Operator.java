package app.charla.search;

import app.charla.unicode.FoldedText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A search operator: the name before a colon that narrows a search, in English and Spanish. */
enum Operator {
    FROM("from", "de"),
    IN("in", "en"),
    HAS("has", "tiene"),
    IS("is", "es"),
    BEFORE("before", "antes"),
    AFTER("after", "después"),
    ON("on", "el"),
    MENTIONS("mentions", "menciona");

    private final List<String> names;

    Operator(String... names) {
        this.names = List.of(names);
    }

    /** The name of the operator in a language. */
    String nameIn(Locale locale) {
        return names.get(locale.getLanguage().equals("en") ? 0 : 1);
    }

    private boolean isNamed(String typed) {
        String folded = FoldedText.fold(typed);
        return names.stream().anyMatch(name -> FoldedText.fold(name).equals(folded));
    }

    /** Returns the operator of a name, whatever its case and accents. */
    static Optional<Operator> named(String name) {
        for (Operator each : values()) {
            if (each.isNamed(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
