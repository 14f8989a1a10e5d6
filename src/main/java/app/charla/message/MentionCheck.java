package app.charla.message;

import app.charla.account.Profile;
import java.util.List;

/**
 * What is to be known before a text is sent that names others.
 *
 * @param everybody how many people it calls at once, if these are more than one calls without asking; else 0
 * @param outsiders who is named but not in the group, if the actor may bring them in
 */
public record MentionCheck(int everybody, List<Profile> outsiders) {}
