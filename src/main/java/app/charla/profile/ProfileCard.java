package app.charla.profile;

import app.charla.account.Profile;
import java.util.List;

/**
 * What somebody may know of a person.
 *
 * @param about in their own words, plain text; empty where they say nothing
 * @param links in the order in which they were added
 */
public record ProfileCard(Profile person, String about, List<ProfileLink> links) {}
