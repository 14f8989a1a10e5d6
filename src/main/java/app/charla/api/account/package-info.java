/**
 * Resources of accounts: sign-in, sessions, tokens, profile, presence, security.
 */
@NullMarked
package app.charla.api.account;

import org.jspecify.annotations.NullMarked;
