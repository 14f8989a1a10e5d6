/**
 * Who you are: registration, sign-in, identities from elsewhere, sessions and bearer tokens, the log of what happened to
 * an account, preferences, whom one blocked.
 *
 * <p>Publishes {@link app.charla.account.SessionsEnded}, {@link app.charla.account.PreferencesChanged},
 * {@link app.charla.account.AvatarChanged} and {@link app.charla.account.BlockListChanged}. Passwords are kept as Argon2id hashes, tokens as SHA-256
 * digests; neither is ever logged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "storage"})
package app.charla.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
