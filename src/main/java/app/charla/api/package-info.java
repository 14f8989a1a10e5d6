/**
 * The REST API under {@code /v1/api}, with live events over Server-Sent Events.
 *
 * <p>Owns the controllers, token authentication, the OpenAPI document, and the settings of the HTTP server that make many
 * waiting connections cheap. Listens to {@link app.charla.account.SessionsEnded}.
 *
 * <p>Dependencies between its packages point down: {@code event} uses this one; this one configures the resources
 * {@code account}, {@code chat}, {@code space} and {@code media} without naming their types; below them are {@code problem}
 * and {@code json}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "core",
            "storage",
            "account",
            "space",
            "chat",
            "media",
            "message",
            "http",
            "realtime",
            "personaldata",
            "profile",
            "presence",
            "share",
            "search",
            "unicode"
        })
package app.charla.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
