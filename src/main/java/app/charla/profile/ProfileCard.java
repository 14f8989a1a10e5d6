package app.charla.profile;

import app.charla.account.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a person, as far as the viewer may see it.
 *
 * @param about what the person says about themselves, plain text; empty for nothing
 * @param timeZone an identifier of the IANA database; null if the person chose none
 * @param links in the order in which they were added
 */
public record ProfileCard(
        Profile person, String about, @Nullable String timeZone, List<ProfileLink> links) {}
