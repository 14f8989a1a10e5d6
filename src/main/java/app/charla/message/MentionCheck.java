package app.charla.message;

import app.charla.account.Profile;
import java.util.List;

/**
 * The result of checking a text with mentions, for its sender to confirm before sending.
 *
 * @param everybody number of people that {@code @all} would notify, if above the limit for asking; else 0
 * @param outsiders people mentioned who are not in the group, if the actor may add them
 */
public record MentionCheck(int everybody, List<Profile> outsiders) {}
