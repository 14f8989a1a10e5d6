package app.charla.message;

import app.charla.account.Profile;

/**
 * Somebody whom a message may name.
 *
 * @param member whether they are in the chat
 */
public record MentionCandidate(Profile person, boolean member) {}
