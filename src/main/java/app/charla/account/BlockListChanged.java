package app.charla.account;

import app.charla.core.AccountId;

/** Somebody blocked another person, or no longer does. Committed. Nobody else is to learn who of the two it was. */
public record BlockListChanged(AccountId blocker, AccountId blocked) {}
