package app.charla.ui.space;

import app.charla.core.AccountId;
import app.charla.core.SpaceId;
import app.charla.message.UnreadCounts;
import app.charla.space.SpaceService;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** List of the spaces of a person with their unread counts. */
@Component
public class OwnSpaces {

    private final SpaceService spaces;
    private final UnreadCounts unread;

    OwnSpaces(SpaceService spaces, UnreadCounts unread) {
        this.spaces = spaces;
        this.unread = unread;
    }

    /** Returns all spaces, the home space first. One whose database does not answer counts as read. */
    public List<OwnSpace> of(AccountId account) {
        Map<SpaceId, Integer> counts = unread.counts(account);
        return spaces.spaces(account).stream()
                .map(space -> new OwnSpace(space, counts.getOrDefault(space.id(), 0)))
                .toList();
    }
}
