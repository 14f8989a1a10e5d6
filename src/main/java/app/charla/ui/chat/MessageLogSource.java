package app.charla.ui.chat;

import app.charla.ui.chat.MessageLogData.Answer;
import app.charla.ui.chat.MessageLogData.Changes;
import app.charla.ui.chat.MessageLogData.Page;
import app.charla.ui.chat.MessageLogData.Surroundings;
import java.io.Serializable;

/**
 * The source of a {@link MessageLog}: loads pages of the open conversation and carries out what the reader does with its
 * messages. All methods run in the UI's thread with its session locked.
 */
public interface MessageLogSource extends Serializable {

    /** Loads the first window again after {@link MessageLog#fail}, and calls {@link MessageLog#reset} with it. */
    void reload();

    /** Returns the page of messages just before {@code beforeSeq}, ascending; 2^53 - 1 asks for the newest. */
    Page older(long beforeSeq);

    /** Returns the page of messages just after {@code afterSeq}, ascending. */
    Page newer(long afterSeq);

    /** Returns the messages on both sides of {@code seq}, ascending, including that one if it still exists. */
    Surroundings around(long seq);

    /** Moves the read marker up to {@code seq}. Called at most every few hundred milliseconds, never backwards. */
    void markRead(long seq);

    /** Moves the read marker back, so that {@code seq} and all that follows it count as unread. */
    void markUnread(long seq);

    /** Saves new text for the reader's own message, of which they have seen {@code version}. */
    Answer edit(long id, String text, long version);

    /** Deletes the reader's own message. */
    Answer remove(long id);

    /** Removes the link preview from the reader's own message. */
    Answer removePreview(long id);

    /** Restores the reader's own message, which was deleted a moment ago. */
    Answer undoRemove(long id);

    /** Adds a reaction to a message, or removes it. */
    Answer react(long id, String emoji, boolean on);

    /**
     * Returns what this chat's journal holds above {@code position}, and the position that this answer reaches. If that is
     * too much for one answer, calls {@link MessageLog#reset} with a fresh window and returns no messages.
     */
    Changes changesSince(long position);
}
