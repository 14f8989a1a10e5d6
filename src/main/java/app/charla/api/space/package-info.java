/**
 * Resources of spaces: creation, settings, members, invites.
 */
@NullMarked
package app.charla.api.space;

import org.jspecify.annotations.NullMarked;
