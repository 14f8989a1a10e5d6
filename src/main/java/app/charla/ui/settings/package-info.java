/** Settings of an account: one page per topic, made of sections, and the re-authentication dialog. */
@NullMarked
package app.charla.ui.settings;

import org.jspecify.annotations.NullMarked;
