/**
 * Profile cards and pages of other people.
 */
@NullMarked
package app.charla.ui.chat.people;

import org.jspecify.annotations.NullMarked;
