package app.charla.api.json;

import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.presence.PresenceService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Resolves the accounts that a path, a parameter or a body names: each by username, by identifier, or the caller's by
 * {@code me}, which is too short for a username.
 */
@Component
public class AccountNames {

    /** The name of the caller's own account. */
    public static final String ME = "me";

    private static final String UNKNOWN = "account.unknown";

    private final ProfileDirectory profiles;

    AccountNames(ProfileDirectory profiles) {
        this.profiles = profiles;
    }

    /**
     * Returns the account that a path names. One named by an identifier may not exist.
     *
     * @throws NotFoundException if a username is unknown
     */
    public AccountId ofPath(AccountId caller, String name) {
        try {
            return resolve(caller, ME, List.of(name)).getFirst();
        } catch (InvalidException unknown) {
            throw new NotFoundException();
        }
    }

    /**
     * Returns the accounts that a field of a body names, each once.
     *
     * @throws InvalidException naming the field and the first account that does not exist
     */
    public List<AccountId> ofField(AccountId caller, String field, Collection<String> names) {
        List<AccountId> ids = resolve(caller, field, names);
        var existing = profiles.findByIds(ids).keySet();
        for (AccountId id : ids) {
            if (!existing.contains(id)) {
                throw new InvalidException(field, UNKNOWN, id.toString());
            }
        }
        return ids;
    }

    /**
     * Returns the people whose presence a parameter asks for. Those named by an identifier may not exist.
     *
     * @throws InvalidException if there are too many, or a username is unknown
     */
    public List<AccountId> ofPresence(AccountId caller, Collection<String> names) {
        if (names.size() > PresenceService.MAX_WATCHED) {
            throw new InvalidException("people", "presence.most", PresenceService.MAX_WATCHED);
        }
        return resolve(caller, "people", names);
    }

    private List<AccountId> resolve(AccountId caller, String field, Collection<String> names) {
        var ids = new ArrayList<AccountId>();
        var usernames = new ArrayList<String>();
        for (String name : names) {
            if (name.equals(ME)) {
                ids.add(caller);
                continue;
            }
            try {
                ids.add(new AccountId(UUID.fromString(name)));
            } catch (IllegalArgumentException notAnId) {
                usernames.add(name);
            }
        }
        try {
            profiles.getByUsernames(usernames).forEach(profile -> ids.add(profile.id()));
        } catch (InvalidException unknown) {
            throw new InvalidException(field, unknown.code(), unknown.arguments());
        }
        return ids.stream().distinct().toList();
    }
}
