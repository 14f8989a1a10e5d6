/**
 * The browser UI. This package holds what all screens share: addresses, texts and labels, appearance, error messages.
 *
 * <p>Listens to {@link app.charla.account.SessionsEnded}, {@link app.charla.account.PreferencesChanged},
 * {@link app.charla.account.AvatarChanged} and {@link app.charla.share.ShareRequestsChanged} and, through
 * {@link app.charla.ui.live.LiveUpdates}, to all live events. Views call services with the actor of the address and keep no
 * data.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "core",
            "crypto",
            "storage",
            "account",
            "space",
            "chat",
            "media",
            "message",
            "http",
            "realtime",
            "search",
            "personaldata",
            "profile",
            "presence",
            "share",
            "unicode"
        })
package app.charla.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
