/** UI components that several screens use. */
@NullMarked
package app.charla.ui.component;

import org.jspecify.annotations.NullMarked;
