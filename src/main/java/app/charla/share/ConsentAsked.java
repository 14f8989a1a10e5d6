package app.charla.share;

import app.charla.core.AccountId;

/** Somebody wants to show another's words and needs their consent. Published when it is written down. */
public record ConsentAsked(AccountId asked, AccountId by) {}
