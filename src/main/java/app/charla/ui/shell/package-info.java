/**
 * The page around every view: layout, navigation, page setup, error pages, and the feeds of presence and avatars.
 */
@NullMarked
package app.charla.ui.shell;

import org.jspecify.annotations.NullMarked;
