package app.charla.account;

import app.charla.core.AccountId;

/**
 * The setup code made an account the first instance administrator. Published as a Spring event within the transaction:
 * what listeners write in the directory is part of it, and their failure undoes it.
 */
public record FirstAdministratorAppointed(AccountId account) {}
