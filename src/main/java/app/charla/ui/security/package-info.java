/** How a browser proves who it is: the session cookie, the filter chain, the headers of every answer. */
@NullMarked
package app.charla.ui.security;

import org.jspecify.annotations.NullMarked;
