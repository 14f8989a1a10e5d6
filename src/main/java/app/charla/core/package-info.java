/**
 * Shared vocabulary of all packages: identifiers, the actor, live events, and the exceptions that both the UI and the
 * REST API translate. At most twelve types, no framework.
 */
@NullMarked
package app.charla.core;

import org.jspecify.annotations.NullMarked;
