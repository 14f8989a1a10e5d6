/** Spaces: the rail that leads to them, making one, what was chosen for it, who is in it, and coming in by an invite. */
@NullMarked
package app.charla.ui.space;

import org.jspecify.annotations.NullMarked;
