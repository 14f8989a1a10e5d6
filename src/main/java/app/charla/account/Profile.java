package app.charla.account;

import app.charla.core.AccountId;

/**
 * What everybody in the installation may know of a person.
 *
 * @param username unique, as the person wrote it
 * @param name what to show; the username until the person chooses another
 */
public record Profile(AccountId id, String username, String name) {}
