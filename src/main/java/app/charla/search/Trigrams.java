package app.charla.search;

import java.util.LinkedHashSet;
import java.util.Set;

/** The runs of three characters of a folded text, by which the index finds it. */
final class Trigrams {

    private static final int LENGTH = 3;

    private Trigrams() {}

    /** Returns all trigrams; none if the text is shorter. */
    static Set<String> of(String folded) {
        int[] characters = folded.codePoints().toArray();
        var grams = new LinkedHashSet<String>();
        for (int at = 0; at + LENGTH <= characters.length; at++) {
            grams.add(new String(characters, at, LENGTH));
        }
        return grams;
    }
}
