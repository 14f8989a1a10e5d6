package app.charla.search;

import app.charla.core.InvalidException;
import app.charla.unicode.FoldedText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parsed search query: {@code from: in: has: is: before: after: on: mentions: "phrase"} and words, each of which a hyphen
 * negates. Text that is no known operator is a word like any other, so that addresses can be searched as they are.
 *
 * @param words terms the text must contain, folded
 * @param without terms the text must not contain, folded
 * @param from the sender, as typed
 * @param in the chat, as typed
 * @param before the first day after the period
 * @param after the first day of the period
 * @param mentions usernames that must be mentioned
 * @param exclusions the negated operators
 */
record SearchQuery(
        List<String> words,
        List<String> without,
        @Nullable String from,
        @Nullable String in,
        Set<MessageFilter> filters,
        @Nullable LocalDate before,
        @Nullable LocalDate after,
        List<String> mentions,
        List<Exclusion> exclusions) {

    /**
     * A negated operator: what it would find is left out.
     *
     * @param value as typed; that of {@code has:}, {@code is:} and of days is valid
     */
    record Exclusion(Operator operator, String value) {

        MessageFilter filter() {
            return Parser.filter(operator, value);
        }

        LocalDate day() {
            return Parser.day(value);
        }
    }

    private static final String FIELD = "q";
    private static final String QUOTATION_MARKS = "\"“”„";
    static final int MAX_LENGTH = 256;
    private static final int MAX_WORDS = 12;
    private static final int MAX_EXCLUSIONS = 12;

    /** @throws InvalidException if the query is empty, or an operator has no valid value */
    static SearchQuery parse(String typed) {
        if (typed.length() > MAX_LENGTH) {
            throw new InvalidException(FIELD, "search.long", MAX_LENGTH);
        }
        return new Parser(typed.replace('\0', ' ')).parse();
    }

    boolean isEmpty() {
        return words.isEmpty()
                && without.isEmpty()
                && from == null
                && in == null
                && filters.isEmpty()
                && before == null
                && after == null
                && mentions.isEmpty()
                && exclusions.isEmpty();
    }

    /** Returns the names of all people of the query, as typed. */
    Set<String> people() {
        var names = new LinkedHashSet<>(mentions);
        if (from != null) {
            names.add(from);
        }
        exclusions.stream()
                .filter(each -> each.operator() == Operator.FROM || each.operator() == Operator.MENTIONS)
                .map(Exclusion::value)
                .forEach(names::add);
        return names;
    }

    /** Parses a query from left to right. */
    private static final class Parser {

        private final String typed;
        private final List<String> words = new ArrayList<>();
        private final List<String> without = new ArrayList<>();
        private final Set<MessageFilter> filters = EnumSet.noneOf(MessageFilter.class);
        private final List<String> mentions = new ArrayList<>();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private @Nullable String from;
        private @Nullable String in;
        private @Nullable LocalDate before;
        private @Nullable LocalDate after;
        private int at;

        Parser(String typed) {
            this.typed = typed;
        }

        SearchQuery parse() {
            skipSpace();
            while (at < typed.length()) {
                parsePart();
                skipSpace();
            }
            var query = new SearchQuery(
                    List.copyOf(words),
                    List.copyOf(without),
                    from,
                    in,
                    filters,
                    before,
                    after,
                    List.copyOf(mentions),
                    List.copyOf(exclusions));
            if (query.isEmpty()) {
                throw new InvalidException(FIELD, "search.nothing");
            }
            if (words.size() + without.size() + mentions.size() > MAX_WORDS || exclusions.size() > MAX_EXCLUSIONS) {
                throw new InvalidException(FIELD, "search.words", MAX_WORDS);
            }
            return query;
        }

        private void parsePart() {
            boolean not =
                    typed.charAt(at) == '-' && at + 1 < typed.length() && !Character.isWhitespace(typed.charAt(at + 1));
            if (not) {
                at++;
            }
            int start = at;
            Optional<Operator> operator = operator();
            String written = typed.substring(start, Math.max(start, at - 1));
            String value = value();
            if (operator.isPresent()) {
                String plain = requireValue(written, value);
                if (not) {
                    exclude(operator.get(), plain);
                } else {
                    apply(operator.get(), plain);
                }
            } else {
                String word = FoldedText.fold(value.strip());
                if (!word.isEmpty()) {
                    (not ? without : words).add(word);
                }
            }
        }

        private Optional<Operator> operator() {
            int colon = at;
            while (colon < typed.length() && isOfName(typed.charAt(colon))) {
                colon++;
            }
            if (colon == typed.length() || typed.charAt(colon) != ':') {
                return Optional.empty();
            }
            Optional<Operator> found = Operator.named(typed.substring(at, colon).toLowerCase(Locale.ROOT));
            if (found.isPresent()) {
                at = colon + 1;
            }
            return found;
        }

        /**
         * Up to the next space, or to the closing quotation mark, which keyboards may have curled; an unclosed one ends
         * with the query.
         */
        private String value() {
            boolean quoted = at < typed.length() && isQuotationMark(typed.charAt(at));
            int start = quoted ? at + 1 : at;
            at = start;
            while (at < typed.length()
                    && (quoted ? !isQuotationMark(typed.charAt(at)) : !Character.isWhitespace(typed.charAt(at)))) {
                at++;
            }
            String value = typed.substring(start, at);
            at += quoted ? 1 : 0;
            return value;
        }

        private static boolean isQuotationMark(char character) {
            return QUOTATION_MARKS.indexOf(character) >= 0;
        }

        private void skipSpace() {
            while (at < typed.length() && Character.isWhitespace(typed.charAt(at))) {
                at++;
            }
        }

        /** Returns whether a character can be of an operator's name; keyboards may compose its accent of two. */
        private static boolean isOfName(char character) {
            return Character.isLetter(character) || Character.getType(character) == Character.NON_SPACING_MARK;
        }

        private static String requireValue(String written, String value) {
            String plain = value.strip();
            if (plain.isEmpty()) {
                throw new InvalidException(FIELD, "search.value", written);
            }
            return plain;
        }

        private void exclude(Operator operator, String plain) {
            exclusions.add(
                    switch (operator) {
                        case FROM, MENTIONS -> new Exclusion(operator, name(plain));
                        case IN -> new Exclusion(operator, plain);
                        case HAS, IS ->
                            new Exclusion(operator, filter(operator, plain).nameIn(Locale.ENGLISH));
                        case BEFORE, AFTER, ON ->
                            new Exclusion(operator, day(plain).toString());
                    });
        }

        private void apply(Operator operator, String plain) {
            switch (operator) {
                case FROM -> from = name(plain);
                case IN -> in = plain;
                case HAS, IS -> filters.add(filter(operator, plain));
                case BEFORE -> before = day(plain);
                case AFTER -> after = day(plain).plusDays(1);
                case ON -> {
                    after = day(plain);
                    before = after.plusDays(1);
                }
                case MENTIONS -> mentions.add(name(plain));
            }
        }

        private static MessageFilter filter(Operator operator, String typed) {
            return MessageFilter.named(operator, typed.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new InvalidException(FIELD, "search." + name(operator), typed));
        }

        private static String name(Operator operator) {
            return operator.name().toLowerCase(Locale.ROOT);
        }

        private static String name(String username) {
            return username.startsWith("@") ? username.substring(1) : username;
        }

        private static LocalDate day(String typed) {
            if (!typed.matches("\\d{4}-.*")) { // ISO 8601 has longer years, whose milliseconds overflow
                throw new InvalidException(FIELD, "search.day", typed);
            }
            try {
                return LocalDate.parse(typed);
            } catch (DateTimeParseException other) {
                throw new InvalidException(FIELD, "search.day", typed);
            }
        }
    }
}
