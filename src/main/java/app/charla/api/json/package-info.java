/**
 * The JSON of the REST API: request and response bodies, parameters, and the mapping from domain records.
 */
@NullMarked
package app.charla.api.json;

import org.jspecify.annotations.NullMarked;
