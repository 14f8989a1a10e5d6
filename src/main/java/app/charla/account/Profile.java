package app.charla.account;

import app.charla.core.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The public part of an account, which everybody on the server may see.
 *
 * @param username unique, as the person wrote it
 * @param name the display name; the username until the person chooses another
 * @param avatar the name of the avatar, which changes with every picture; null for none
 */
public record Profile(
        AccountId id,
        String username,
        String name,
        @Nullable String avatar) {}
