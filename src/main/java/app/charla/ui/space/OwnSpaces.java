package app.charla.ui.space;

import app.charla.core.AccountId;
import app.charla.core.SpaceId;
import app.charla.message.UnreadCounts;
import app.charla.space.SpaceService;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The spaces somebody belongs to, with what is unread in them. */
@Component
public class OwnSpaces {

    private final SpaceService spaces;
    private final UnreadCounts unread;

    OwnSpaces(SpaceService spaces, UnreadCounts unread) {
        this.spaces = spaces;
        this.unread = unread;
    }

    /** All of them, home first. A space that does not answer counts as read. */
    public List<OwnSpace> of(AccountId account) {
        Map<SpaceId, Integer> counts = unread.counts(account);
        return spaces.spaces(account).stream()
                .map(space -> new OwnSpace(space, counts.getOrDefault(space.id(), 0)))
                .toList();
    }
}
