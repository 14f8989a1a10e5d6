/** The application; each package below it says what it owns. */
@NullMarked
package app.charla;

import org.jspecify.annotations.NullMarked;
