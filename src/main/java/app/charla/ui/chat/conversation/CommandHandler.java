package app.charla.ui.chat.conversation;

import java.io.Serializable;

/** What the composer asks to be done, in the chat that is open, by a command that sends no message. */
@FunctionalInterface
public interface CommandHandler extends Serializable {

    /**
     * Carries a command out.
     *
     * @param command {@code invite}, {@code mute} or {@code topic}
     * @param words what was written after it
     */
    Outcome execute(String command, String words);

    /**
     * What came of it.
     *
     * @param done false if nothing was changed: the person may write it otherwise
     * @param said a sentence for the person
     */
    record Outcome(boolean done, String said) implements Serializable {}
}
