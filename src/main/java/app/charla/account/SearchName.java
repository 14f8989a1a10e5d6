package app.charla.account;

import app.charla.unicode.FoldedText;
import app.charla.unicode.Skeleton;

/** The form in which people are searched: username and display name folded, with a blank before each word. */
final class SearchName {

    /** The version of the rules for names; stored with each account, so that a change of the rules reaches it. */
    static final int FORM = FoldedText.FORM + Skeleton.FORM;

    private SearchName() {}

    static String of(String username, String name) {
        return FoldedText.words(username) + FoldedText.words(name);
    }
}
