/**
 * What people send besides words: pictures, sound, films, files. Uploads that go on where they broke off, what is kept of
 * them, and who may have it: whoever may see a chat in which a message holds it.
 *
 * <p>{@link app.charla.media.AvatarImage} draws for {@code profile} what people are known by.
 *
 * <p>{@code message} attaches and detaches within its own transactions. Listens to
 * {@link app.charla.space.SpaceClosed}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "account", "space", "chat"})
package app.charla.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
