package app.charla.account;

import java.util.regex.Matcher;

/** Finds usernames in texts. */
public final class UsernameSyntax {

    /** UTF-16 units that are searched: more than a username has. */
    private static final int MAX_LENGTH = 64;

    private UsernameSyntax() {}

    /** Returns where the longest text ends that begins at an index and has only characters that a username may have. */
    public static int end(String text, int start) {
        Matcher username = Username.ALLOWED.matcher(text).region(start, Math.min(text.length(), start + MAX_LENGTH));
        return username.lookingAt() ? username.end() : start;
    }
}
