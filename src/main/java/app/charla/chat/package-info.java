/**
 * Conversations: the public chat, private chats of two, groups; who is in them and what they may do there.
 *
 * <p>Publishes {@link app.charla.chat.ChatChanged} and {@link app.charla.chat.ChatGone} when committed, and, inside the
 * transaction, {@link app.charla.chat.ChatNote} for what is to stand as a line in the conversation. Listens to
 * {@link app.charla.space.SpacePrepared}, {@link app.charla.space.SpaceEntered}, {@link app.charla.space.InviteAccepted}
 * and {@link app.charla.space.SpaceLeft}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "space"})
package app.charla.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
