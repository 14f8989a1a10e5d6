package app.charla.account;

import app.charla.core.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What everybody in the installation may know of a person.
 *
 * @param username unique, as the person wrote it
 * @param name what to show; the username until the person chooses another
 * @param avatar what their picture is called, another for each picture; null if they have none
 */
public record Profile(
        AccountId id,
        String username,
        String name,
        @Nullable String avatar) {}
