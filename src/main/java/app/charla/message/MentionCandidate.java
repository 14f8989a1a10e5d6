package app.charla.message;

import app.charla.account.Profile;

/**
 * A suggestion of the mention autocomplete.
 *
 * @param member whether the person is in the chat
 */
public record MentionCandidate(Profile person, boolean member) {}
