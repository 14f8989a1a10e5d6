/** End-to-end journeys through the running program, in a real browser. */
@NullMarked
package app.charla.journey;

import org.jspecify.annotations.NullMarked;
