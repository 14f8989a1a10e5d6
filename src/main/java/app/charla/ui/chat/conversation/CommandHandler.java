package app.charla.ui.chat.conversation;

import java.io.Serializable;

/** The handler of slash commands that send no message, in the chat that is open. */
@FunctionalInterface
public interface CommandHandler extends Serializable {

    /**
     * Executes a command.
     *
     * @param command {@code invite}, {@code mute} or {@code topic}
     * @param arguments the text after the command
     */
    Outcome execute(String command, String arguments);

    /**
     * The outcome of a command.
     *
     * @param done false if nothing was changed: the person may correct the command
     * @param said a sentence for the person
     */
    record Outcome(boolean done, String said) implements Serializable {}
}
