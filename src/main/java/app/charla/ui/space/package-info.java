/** Spaces: the rail, creation, settings, members, and joining by invite. */
@NullMarked
package app.charla.ui.space;

import org.jspecify.annotations.NullMarked;
