/**
 * Chats: public chats, private chats and groups; their members and roles, read markers and drafts.
 *
 * <p>Publishes {@link app.charla.chat.ChatChanged}, {@link app.charla.chat.PublicChatChanged} and
 * {@link app.charla.chat.ChatGone} when committed, and, inside the
 * transaction, {@link app.charla.chat.SystemMessageRequested} for changes that are posted in the chat's history; and
 * {@link app.charla.chat.DraftSaved} for an account's own devices. Listens to {@link app.charla.space.SpacePrepared},
 * {@link app.charla.space.SpaceEntered}, {@link app.charla.space.InviteAccepted} and
 * {@link app.charla.space.SpaceLeft}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "export", "account", "space", "unicode"})
package app.charla.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
