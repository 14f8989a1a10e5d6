/** Security of the browser UI: session cookie, filter chains, response headers. */
@NullMarked
package app.charla.ui.security;

import org.jspecify.annotations.NullMarked;
