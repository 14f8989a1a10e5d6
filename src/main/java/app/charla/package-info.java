/** The application. The package-info of each package below says what it owns. */
@NullMarked
package app.charla;

import org.jspecify.annotations.NullMarked;
