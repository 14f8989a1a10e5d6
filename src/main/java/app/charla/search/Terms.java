package app.charla.search;

import app.charla.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words that a message has to contain, and those that it must not. All are folded. */
record Terms(List<String> words, List<String> mentions, List<String> without) {

    private static final int EXCERPT_LENGTH = 180;
    private static final int EXCERPT_LEAD = 60;
    private static final int MAX_HIGHLIGHTS = 50;

    /** What matched, and how well: the sum over the words, a whole word counting more than a part of one. */
    record Match(Message message, int score, List<Highlight> highlights) {

        SearchHit toHit() {
            String text = message.text();
            int first = highlights.isEmpty() ? 0 : highlights.getFirst().start();
            int start = first <= EXCERPT_LEAD ? 0 : edge(text, first - EXCERPT_LEAD);
            int end = edge(text, Math.min(text.length(), start + EXCERPT_LENGTH));
            List<Highlight> inside = highlights.stream()
                    .filter(mark -> mark.start() >= start && mark.start() < end)
                    .map(mark -> new Highlight(mark.start() - start, Math.min(mark.end(), end) - start))
                    .toList();
            return new SearchHit(
                    message,
                    (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : ""),
                    start > 0 ? shifted(inside) : inside);
        }

        private static List<Highlight> shifted(List<Highlight> marks) {
            return marks.stream()
                    .map(mark -> new Highlight(mark.start() + 1, mark.end() + 1))
                    .toList();
        }

        /** Not between the halves of a character. */
        private static int edge(String text, int at) {
            return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
        }
    }

    boolean isEmpty() {
        return words.isEmpty() && mentions.isEmpty();
    }

    /** What the index is asked for; empty if nothing is long enough. */
    String indexQuery() {
        Set<String> grams = new LinkedHashSet<>();
        words.forEach(word -> grams.addAll(NormalizedText.grams(word)));
        mentions.forEach(name -> grams.addAll(NormalizedText.grams('@' + name)));
        return String.join(
                " AND ",
                grams.stream()
                        .map(gram -> '"' + gram.replace("\"", "\"\"") + '"')
                        .toList());
    }

    /** Words that the database can look for by itself: they have no other forms. */
    List<String> uniformWords() {
        return words.stream().filter(NormalizedText::isUniform).toList();
    }

    Optional<Match> match(Message message) {
        NormalizedText text = NormalizedText.of(message.text());
        var marks = new ArrayList<Highlight>();
        int score = 0;
        for (String word : words) {
            int best = findAll(text, word, false, marks);
            if (best == 0) {
                return Optional.empty();
            }
            score += best;
        }
        for (String name : mentions) {
            if (findAll(text, '@' + name, true, marks) == 0) {
                return Optional.empty();
            }
        }
        if (without.stream().anyMatch(text.text()::contains)) {
            return Optional.empty();
        }
        return Optional.of(new Match(message, score, merged(marks)));
    }

    /** Marks all places of a word; answers how good the best is, 0 for none. */
    private static int findAll(NormalizedText text, String word, boolean whole, List<Highlight> marks) {
        int best = 0;
        for (int at = text.text().indexOf(word); at >= 0; at = text.text().indexOf(word, at + word.length())) {
            int end = at + word.length();
            boolean ends = text.isWordBoundary(end);
            if (whole && !ends) {
                continue;
            }
            best = Math.max(best, 1 + (text.isWordBoundary(at) ? 1 : 0) + (text.isWordBoundary(at) && ends ? 1 : 0));
            if (marks.size() < MAX_HIGHLIGHTS) {
                marks.add(new Highlight(text.origins()[at], text.origins()[end]));
            }
        }
        return best;
    }

    /** In order, and none within another. */
    private static List<Highlight> merged(List<Highlight> marks) {
        marks.sort(Comparator.comparingInt(Highlight::start));
        var joined = new ArrayList<Highlight>();
        for (Highlight mark : marks) {
            if (!joined.isEmpty() && mark.start() <= joined.getLast().end()) {
                Highlight last = joined.removeLast();
                joined.add(new Highlight(last.start(), Math.max(last.end(), mark.end())));
            } else {
                joined.add(mark);
            }
        }
        return List.copyOf(joined);
    }
}
