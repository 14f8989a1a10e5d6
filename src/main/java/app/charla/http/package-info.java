/**
 * HTTP headers that the UI and the REST API have in common: resumable uploads (tus 1.0) and downloads.
 *
 * <p>Above the features, which know nothing of HTTP, and below the UI and the REST API.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "media"})
package app.charla.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
