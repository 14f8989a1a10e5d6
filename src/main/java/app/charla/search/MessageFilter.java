package app.charla.search;

import app.charla.unicode.FoldedText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A filter of the {@code has:} and {@code is:} operators: its operator, its names in English, in Spanish and others that
 * people write, and its SQL condition. Names are understood whatever their case and accents.
 */
enum MessageFilter {
    LINK(Operator.HAS, List.of("link", "enlace"), "instr(line.text, '://') > 0"),
    FILE(Operator.HAS, List.of("file", "archivo"), MessageFilter.HAS_ATTACHMENT + ")"),
    IMAGE(
            Operator.HAS,
            List.of("image", "imagen", "photo", "foto", "picture"),
            MessageFilter.HAS_ATTACHMENT + " and held.kind = 'IMAGE')"),
    VIDEO(Operator.HAS, List.of("video", "vídeo"), MessageFilter.HAS_ATTACHMENT + " and held.kind = 'VIDEO')"),
    AUDIO(
            Operator.HAS,
            List.of("audio", "audio", "voice", "voz"),
            MessageFilter.HAS_ATTACHMENT + " and held.kind in ('AUDIO', 'VOICE'))"),
    REACTION(
            Operator.HAS,
            List.of("reaction", "reacción"),
            "exists (select 1 from reaction given where given.message_id = line.id)"),
    PINNED(Operator.IS, List.of("pinned", "fijado"), "exists (select 1 from pin where pin.message_id = line.id)");

    private static final String HAS_ATTACHMENT =
            "exists (select 1 from attachment held where held.message_id = line.id";

    private final Operator operator;
    private final List<String> names;
    private final String condition;

    MessageFilter(Operator operator, List<String> names, String condition) {
        this.operator = operator;
        this.names = names;
        this.condition = condition;
    }

    /** The SQL condition on a message aliased as {@code line}. */
    String condition() {
        return condition;
    }

    /** The name of the filter in a language. */
    String nameIn(Locale locale) {
        return locale.getLanguage().equals("en") ? names.getFirst() : names.get(1);
    }

    /** The filters of an operator. */
    static Stream<MessageFilter> of(Operator operator) {
        return Stream.of(values()).filter(each -> each.operator == operator);
    }

    private boolean isNamed(String typed) {
        String folded = FoldedText.fold(typed);
        return names.stream().anyMatch(name -> FoldedText.fold(name).equals(folded));
    }

    static Optional<MessageFilter> named(Operator operator, String name) {
        return of(operator).filter(each -> each.isNamed(name)).findFirst();
    }
}
