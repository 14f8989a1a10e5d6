/**
 * The page around every view: layout, navigation, page setup, error pages, and what a tab shows of presence and avatars.
 */
@NullMarked
package app.charla.ui.shell;

import org.jspecify.annotations.NullMarked;
