package app.charla.api.json;

import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.presence.PresenceService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Resolves a parameter that lists people, each by username or by identifier. */
@Component
public class PeopleParameter {

    private final ProfileDirectory profiles;

    PeopleParameter(ProfileDirectory profiles) {
        this.profiles = profiles;
    }

    /** @throws InvalidException if there are too many, or a username is unknown */
    public List<AccountId> people(List<String> values) {
        if (values.size() > PresenceService.MAX_WATCHED) {
            throw new InvalidException("people", "presence.most", PresenceService.MAX_WATCHED);
        }
        var ids = new ArrayList<AccountId>();
        var usernames = new ArrayList<String>();
        for (String value : values) {
            try {
                ids.add(new AccountId(UUID.fromString(value)));
            } catch (IllegalArgumentException notAnId) {
                usernames.add(value);
            }
        }
        try {
            profiles.getByUsernames(usernames).forEach(profile -> ids.add(profile.id()));
        } catch (InvalidException unknown) {
            throw new InvalidException("people", unknown.code(), unknown.arguments());
        }
        return ids;
    }
}
