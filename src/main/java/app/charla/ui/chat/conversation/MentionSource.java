package app.charla.ui.chat.conversation;

import java.io.Serializable;
import java.util.List;

/** What the composer asks about whom a text names, in the chat that is open. */
public interface MentionSource extends Serializable {

    /** Who may be meant by the beginning of a name. */
    List<Candidate> candidates(String typed);

    /** What the person should know before they send a text that names others. */
    MentionWarning check(String text);

    /** Adds people to the group, by their ids. */
    void addMembers(List<String> people);

    /**
     * Somebody who may be named.
     *
     * @param member whether they are in the chat
     */
    record Candidate(String id, String username, String name, boolean member) implements Serializable {}

    /**
     * What to ask before a text is sent; nothing if it calls no crowd and names no outsider.
     *
     * @param everybody how many people it calls at once, or 0
     */
    record MentionWarning(int everybody, List<Candidate> outsiders) implements Serializable {}
}
