package app.charla.account;

import app.charla.core.AccountId;

/** The {@link SecurityAlerts} of an account changed on some of its devices. Published after the commit. */
public record SecurityAlerted(AccountId account) {}
