package app.charla.profile;

import app.charla.account.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may know of a person.
 *
 * @param about in their own words, plain text; empty where they say nothing
 * @param timeZone where the clock goes as theirs does, if they chose one; an identifier of the IANA database
 * @param links in the order in which they were added
 */
public record ProfileCard(
        Profile person, String about, @Nullable String timeZone, List<ProfileLink> links) {}
