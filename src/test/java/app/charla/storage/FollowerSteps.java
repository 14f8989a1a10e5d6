package app.charla.storage;

import app.charla.core.SpaceId;
import org.springframework.boot.test.context.TestComponent;

/** Steps of a follower on the thread of a test, which do not wait for the follower's own turn. */
@TestComponent
public class FollowerSteps {

    private final JournalFollowers followers;

    FollowerSteps(JournalFollowers followers) {
        this.followers = followers;
    }

    /** Takes one step. Returns false if there was nothing to do. */
    public boolean step(JournalFollower follower, SpaceId space) {
        return followers.step(follower, space) != null;
    }
}
