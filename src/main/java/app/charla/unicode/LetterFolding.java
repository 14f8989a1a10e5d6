package app.charla.unicode;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;

/** The folding of one character with what composes with it; see {@link FoldedText}. */
final class LetterFolding {

    private static final Normalizer2 CASE_FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    /** The end of the folded forms that are looked up: Latin, Greek, Cyrillic, Hebrew, Arabic, and general punctuation. */
    private static final int TABLE_END = 0x2070;

    private static final int FIRST_IDEOGRAPH = 0x2E80;

    private LetterFolding() {}

    /** The folded forms of single characters, computed once. */
    private static final class Table {
        private static final String[] FORMS = forms();

        private static String[] forms() {
            var forms = new String[TABLE_END];
            for (int character = 0; character < TABLE_END; character++) {
                forms[character] = Latin.fold(Character.toString(character));
            }
            return forms;
        }
    }

    /** Ideographs that no other character folds to, such as one in a circle or a radical. */
    private static final class Uniform {
        private static final UnicodeSet SET = set();

        private static UnicodeSet set() {
            var set = new UnicodeSet("[[:Ideographic:]&[:NFKC_QC=Yes:]]");
            for (int character = FIRST_IDEOGRAPH - 0x1000; character <= 0x2FA1F; character++) {
                String decomposed = CASE_FOLDING.getDecomposition(character);
                if (decomposed != null && Character.getType(character) != Character.UNASSIGNED) {
                    set.removeAll(decomposed);
                }
            }
            return set.freeze();
        }
    }

    private static final class Latin {

        /** Letters that do not decompose, such as ł and ø, and typographic quotes and dashes. */
        private static final Transliterator ASCII =
                Transliterator.getInstance("[[:Latin:][\\u2010-\\u201F\\u2026\\u2032\\u2033]] Latin-ASCII");

        static String fold(String characters) {
            String folded = withoutDiacritics(CASE_FOLDING.normalize(characters));
            return ASCII.transliterate(folded);
        }
    }

    /** Folds the characters of a text from an offset to another, which compose. */
    static String fold(String text, int start, int end) {
        char first = text.charAt(start);
        if (end - start == 1 && first < TABLE_END) {
            return Table.FORMS[first];
        }
        return Latin.fold(text.substring(start, end));
    }

    static boolean isUniform(int character) {
        return character >= FIRST_IDEOGRAPH && Uniform.SET.contains(character);
    }

    /** Removes the marks on letters of the scripts that are read without them. */
    private static String withoutDiacritics(String text) {
        var plain = new StringBuilder();
        int script = UScript.COMMON;
        String decomposed = NFD.normalize(text);
        for (int at = 0; at < decomposed.length(); ) {
            int character = decomposed.codePointAt(at);
            at += Character.charCount(character);
            boolean mark = Character.getType(character) == Character.NON_SPACING_MARK;
            if (!mark) {
                script = UScript.getScript(character);
            }
            if (!mark || !isReadWithoutMarks(script)) {
                plain.appendCodePoint(character);
            }
        }
        return NFC.normalize(plain);
    }

    /** Accents, and the points of Hebrew and Arabic, which are mostly left out in writing. */
    private static boolean isReadWithoutMarks(int script) {
        return switch (script) {
            case UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.HEBREW, UScript.ARABIC -> true;
            default -> false;
        };
    }
}
