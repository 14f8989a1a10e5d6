/**
 * The door for programs: REST under {@code /v1/api}, with live events over Server-Sent Events.
 *
 * <p>Owns the controllers, the security of their addresses, what their answers look like, and the settings of the HTTP
 * server that make many waiting connections cheap. Listens to {@link app.charla.account.SessionsEnded}.
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
            "realtime",
            "personaldata",
            "profile",
            "presence",
            "share",
            "search"
        })
package app.charla.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
