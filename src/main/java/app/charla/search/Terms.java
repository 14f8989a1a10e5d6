package app.charla.search;

import app.charla.message.Message;
import app.charla.unicode.FoldedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The terms that a message must contain, and those that it must not. All are folded. */
record Terms(List<String> words, List<String> mentions, List<String> without) {

    private static final int EXCERPT_LENGTH = 180;
    private static final int EXCERPT_LEAD = 60;
    private static final int MAX_HIGHLIGHTS = 50;

    /** A match and its score: the sum over the words, a whole word counting more than a part of one. */
    record Match(Message message, int score, List<Highlight> highlights) {

        /** @param present the message as it is, with all that the scan left out */
        SearchHit toHit(Message present) {
            String text = message.text();
            int first = highlights.isEmpty() ? 0 : highlights.getFirst().start();
            int start = first <= EXCERPT_LEAD ? 0 : edge(text, first - EXCERPT_LEAD);
            int end = edge(text, Math.min(text.length(), start + EXCERPT_LENGTH));
            List<Highlight> inside = highlights.stream()
                    .filter(highlight -> highlight.start() >= start && highlight.start() < end)
                    .map(highlight -> new Highlight(highlight.start() - start, Math.min(highlight.end(), end) - start))
                    .toList();
            return new SearchHit(
                    present,
                    (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : ""),
                    start > 0 ? shifted(inside) : inside);
        }

        private static List<Highlight> shifted(List<Highlight> highlights) {
            return highlights.stream()
                    .map(highlight -> new Highlight(highlight.start() + 1, highlight.end() + 1))
                    .toList();
        }

        /** Moves an offset that is between the halves of a surrogate pair. */
        private static int edge(String text, int at) {
            return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
        }
    }

    boolean isEmpty() {
        return words.isEmpty() && mentions.isEmpty();
    }

    /** The query for the index; empty if no term is long enough. */
    String indexQuery() {
        Set<String> grams = new LinkedHashSet<>();
        words.forEach(word -> grams.addAll(Trigrams.of(word)));
        mentions.forEach(name -> grams.addAll(Trigrams.of('@' + name)));
        return String.join(
                " AND ",
                grams.stream()
                        .map(gram -> '"' + gram.replace("\"", "\"\"") + '"')
                        .toList());
    }

    /** Words that SQL can match by itself: no other spelling folds to them. */
    List<String> uniformWords() {
        return words.stream().filter(FoldedText::isUniform).toList();
    }

    Optional<Match> match(Message message) {
        FoldedText text = FoldedText.of(message.text());
        var highlights = new ArrayList<Highlight>();
        int score = 0;
        for (String word : words) {
            int best = findAll(text, word, false, highlights);
            if (best == 0) {
                return Optional.empty();
            }
            score += best;
        }
        for (String name : mentions) {
            if (findAll(text, '@' + name, true, highlights) == 0) {
                return Optional.empty();
            }
        }
        if (without.stream().anyMatch(text.text()::contains)) {
            return Optional.empty();
        }
        return Optional.of(new Match(message, score, merged(highlights)));
    }

    /** Highlights all occurrences of a word; returns the best score, 0 for none. */
    private static int findAll(FoldedText text, String word, boolean whole, List<Highlight> highlights) {
        int best = 0;
        for (int at = text.text().indexOf(word); at >= 0; at = text.text().indexOf(word, at + word.length())) {
            int end = at + word.length();
            boolean ends = isWordBoundary(text.text(), end);
            if (whole && !ends) {
                continue;
            }
            best = Math.max(
                    best,
                    1 + (isWordBoundary(text.text(), at) ? 1 : 0) + (isWordBoundary(text.text(), at) && ends ? 1 : 0));
            if (highlights.size() < MAX_HIGHLIGHTS) {
                highlights.add(new Highlight(text.origins()[at], text.origins()[end]));
            }
        }
        return best;
    }

    /** Returns whether a word begins or ends at an offset. Marks belong to the letter before them. */
    private static boolean isWordBoundary(String text, int at) {
        return at == 0
                || at == text.length()
                || isPartOfWord(text.codePointBefore(at)) != isPartOfWord(text.codePointAt(at));
    }

    private static boolean isPartOfWord(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(character);
        };
    }

    /** Sorts the highlights and merges overlapping ones. */
    private static List<Highlight> merged(List<Highlight> highlights) {
        highlights.sort(Comparator.comparingInt(Highlight::start));
        var merged = new ArrayList<Highlight>();
        for (Highlight highlight : highlights) {
            if (!merged.isEmpty() && highlight.start() <= merged.getLast().end()) {
                Highlight last = merged.removeLast();
                merged.add(new Highlight(last.start(), Math.max(last.end(), highlight.end())));
            } else {
                merged.add(highlight);
            }
        }
        return List.copyOf(merged);
    }
}
