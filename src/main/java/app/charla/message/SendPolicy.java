package app.charla.message;

import app.charla.chat.Chat;
import app.charla.core.Actor;
import java.util.Optional;

/**
 * A send policy: a rule about who may send to a chat, and what. All implementations in the program are asked, in the order
 * of their {@code @Order}; the first refusal counts. Whoever is refused reads the sentence of the exception, by REST as a
 * problem and in place of the composer.
 *
 * <p>Implementations are asked for every message, on many threads, sometimes inside the transaction of a space's only
 * writer: they answer from memory or by one short read, and never wait.
 *
 * @see <a href="../../../../../docs/decisions/058-public-chats-and-send-policies.md">decision 058</a>
 */
public interface SendPolicy {

    /**
     * Returns why the actor may send nothing to a chat that they see; empty if they may.
     *
     * @return an exception of {@code core} whose code has a text in the bundles, not thrown
     */
    Optional<RuntimeException> refusal(Actor actor, Chat chat);

    /**
     * Returns why the actor may not send a text to a chat that they see, or change one of their messages to it; empty if
     * they may. By default the text does not matter.
     *
     * @param text valid, perhaps empty if there are attachments
     */
    default Optional<RuntimeException> refusal(Actor actor, Chat chat, String text) {
        return refusal(actor, chat);
    }
}
