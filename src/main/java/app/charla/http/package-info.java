/**
 * HTTP as the UI and the REST API have it in common: headers of resumable uploads (tus 1.0) and downloads, and the connector
 * that cuts slow requests.
 *
 * <p>Above the features, which know nothing of HTTP, and below the UI and the REST API.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "media"})
package app.charla.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
