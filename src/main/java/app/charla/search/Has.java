package app.charla.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a message may have besides words; each knows how the database tells. */
enum Has {
    LINK(List.of("link", "enlace"), "instr(line.text, '://') > 0");

    private final List<String> names;
    private final String condition;

    Has(List<String> names, String condition) {
        this.names = names;
        this.condition = condition;
    }

    /** Of a message called {@code line}. */
    String condition() {
        return condition;
    }

    /** What it is called in a language. */
    String nameIn(Locale locale) {
        return names.get(locale.getLanguage().equals("en") ? 0 : 1);
    }

    static Optional<Has> named(String name) {
        for (Has each : values()) {
            if (each.names.contains(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
