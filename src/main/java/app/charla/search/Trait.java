package app.charla.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a message may have, or be, besides its words; each knows by which operator it is asked for, and how the database tells. */
enum Trait {
    LINK(Operator.HAS, List.of("link", "enlace"), "instr(line.text, '://') > 0"),
    PINNED(Operator.IS, List.of("pinned", "fijado"), "exists (select 1 from pin where pin.message_id = line.id)");

    private final Operator operator;
    private final List<String> names;
    private final String condition;

    Trait(Operator operator, List<String> names, String condition) {
        this.operator = operator;
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

    /** Those that an operator asks for. */
    static Stream<Trait> of(Operator operator) {
        return Stream.of(values()).filter(each -> each.operator == operator);
    }

    static Optional<Trait> named(Operator operator, String name) {
        return of(operator).filter(each -> each.names.contains(name)).findFirst();
    }
}
