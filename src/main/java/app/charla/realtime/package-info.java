/**
 * Delivers committed events to live subscribers: {@link app.charla.realtime.MessageBroadcaster}.
 *
 * <p>Listens to {@link app.charla.storage.SpaceCommitted}, {@link app.charla.storage.JournalAdvanced}, {@link app.charla.space.SpaceLeft} and
 * {@link app.charla.space.SpaceClosed}. A subscriber is never called on the sender's or the writer's thread, and a slow
 * one delays no other.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage", "space"})
package app.charla.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
