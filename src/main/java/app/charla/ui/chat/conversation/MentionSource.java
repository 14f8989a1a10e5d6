package app.charla.ui.chat.conversation;

import java.io.Serializable;
import java.util.List;

/** The source of mentions for the composer, in the chat that is open. */
public interface MentionSource extends Serializable {

    /** Returns the people whose names begin with the typed text. */
    List<Candidate> candidates(String typed);

    /** Checks the mentions of a text before it is sent. */
    MentionWarning check(String text);

    /** Adds people to the group, by their ids. */
    void addMembers(List<String> people);

    /**
     * A person who may be mentioned.
     *
     * @param member whether they are a member of the chat
     */
    record Candidate(String id, String username, String name, boolean member) implements Serializable {}

    /**
     * The warning to confirm before a text is sent; empty if the text mentions no crowd and no non-member.
     *
     * @param everybody how many people it notifies at once, or 0
     */
    record MentionWarning(int everybody, List<Candidate> outsiders) implements Serializable {}
}
