package app.charla.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a message may be; each knows how the database tells. */
enum Is {
    PINNED(List.of("pinned", "fijado"), "exists (select 1 from pin where pin.message_id = line.id)");

    private final List<String> names;
    private final String condition;

    Is(List<String> names, String condition) {
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

    static Optional<Is> named(String name) {
        for (Is each : values()) {
            if (each.names.contains(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
