/**
 * The event stream: one Server-Sent Events connection per client.
 */
@NullMarked
package app.charla.api.event;

import org.jspecify.annotations.NullMarked;
