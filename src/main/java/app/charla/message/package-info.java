/**
 * Messages: sending, editing, deleting, reactions, history pages, the conversation list, and catching up from the
 * journal.
 *
 * <p>Publishes {@link app.charla.message.MessagePosted} and {@link app.charla.message.MessageChanged} when committed.
 * Listens, inside the transaction, to {@link app.charla.chat.SystemMessageRequested}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"core", "storage", "export", "account", "space", "chat", "media", "markdown", "unicode"})
package app.charla.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
