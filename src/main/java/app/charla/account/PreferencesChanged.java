package app.charla.account;

import app.charla.core.AccountId;

/** Somebody likes their Charla otherwise than before. Published after the commit. */
public record PreferencesChanged(AccountId account) {}
