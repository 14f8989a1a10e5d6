/**
 * The vocabulary every other package shares: identifiers, who acts, what is live, and the failures every door
 * understands. At most twelve types, no framework.
 */
@NullMarked
package app.charla.core;

import org.jspecify.annotations.NullMarked;
