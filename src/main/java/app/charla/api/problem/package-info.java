/**
 * Problem details (RFC 9457): every failure of the REST API as JSON, in the language of the caller.
 */
@NullMarked
package app.charla.api.problem;

import org.jspecify.annotations.NullMarked;
