/**
 * Live updates of a browser tab, and the registry of open tabs.
 */
@NullMarked
package app.charla.ui.live;

import org.jspecify.annotations.NullMarked;
