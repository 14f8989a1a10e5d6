/**
 * The JSON of the REST API: request and response bodies, parameters, the mapping from domain records, and shared paths.
 */
@NullMarked
package app.charla.api.json;

import org.jspecify.annotations.NullMarked;
