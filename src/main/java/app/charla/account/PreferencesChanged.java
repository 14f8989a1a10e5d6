package app.charla.account;

import app.charla.core.AccountId;

/** An account changed its preferences. Published after the commit. */
public record PreferencesChanged(AccountId account) {}
