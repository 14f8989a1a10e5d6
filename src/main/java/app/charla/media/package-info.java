/**
 * Attachments: resumable uploads, their storage, and who may read them: accounts that may see a chat with a message
 * that has them attached.
 *
 * <p>{@link app.charla.media.AvatarImage} renders avatars for {@code profile}.
 *
 * <p>{@code message} attaches and detaches within its own transactions. Listens to
 * {@link app.charla.space.SpaceClosed}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "crypto", "storage", "export", "account", "space", "chat", "unicode"})
package app.charla.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
