/**
 * Conversations: the public chat, private chats of two, groups; who is in them, what they may do there, how far they have
 * read and what they are writing.
 *
 * <p>Publishes {@link app.charla.chat.ChatChanged} and {@link app.charla.chat.ChatGone} when committed, and, inside the
 * transaction, {@link app.charla.chat.SystemMessageRequested} for what is to stand as a line in the conversation; and
 * {@link app.charla.chat.DraftSaved} for a person's own devices. Listens to
 * {@link app.charla.space.SpacePrepared}, {@link app.charla.space.SpaceEntered}, {@link app.charla.space.InviteAccepted}
 * and {@link app.charla.space.SpaceLeft}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "account", "space"})
package app.charla.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
