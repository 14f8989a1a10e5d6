/**
 * The settings of an account: one page per topic, made of sections, and the dialog that re-authenticates.
 */
@NullMarked
package app.charla.ui.settings;

import org.jspecify.annotations.NullMarked;
