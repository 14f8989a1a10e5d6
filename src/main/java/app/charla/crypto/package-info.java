/**
 * Cryptography: {@link app.charla.crypto.Encryptor} encrypts secrets at rest and in cookies,
 * {@link app.charla.crypto.SecretToken} is a random secret of which only the digest is stored.
 *
 * <p>Owns the key, either {@code SECRET_KEY} or the file {@code secret.key}. Has no tables and publishes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.charla.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
