/**
 * Accounts: who may register, instance administrators, sign-in, external identities, sessions and bearer tokens, the
 * security log, preferences, profiles and block lists.
 *
 * <p>Publishes {@link app.charla.account.SessionsEnded}, {@link app.charla.account.PreferencesChanged},
 * {@link app.charla.account.AvatarChanged}, {@link app.charla.account.BlockListChanged},
 * {@link app.charla.account.AccountInvited}, {@link app.charla.account.FirstAdministratorAppointed} and
 * {@link app.charla.account.SecurityAlerted}. Stores passwords as
 * Argon2id hashes and tokens as SHA-256 digests; never logs either.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core", "crypto", "storage", "export", "unicode"})
package app.charla.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
