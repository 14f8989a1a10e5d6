/**
 * Search results and saved messages.
 */
@NullMarked
package app.charla.ui.chat.search;

import org.jspecify.annotations.NullMarked;
