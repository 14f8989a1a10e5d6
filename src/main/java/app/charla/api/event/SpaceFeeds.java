package app.charla.api.event;

import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.message.Catchup;
import app.charla.message.CatchupService;
import app.charla.realtime.MessageBroadcaster;
import app.charla.space.SpaceService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts the feeds of streams: subscribes first, then reads from the journals what the client missed. */
@Component
class SpaceFeeds {

    /** Longest time between the time of a journal entry and its commit. Replaying too much does no harm. */
    private static final Duration COMMIT_TIME = Duration.ofMinutes(1);

    private final MessageBroadcaster broadcaster;
    private final CatchupService catchups;
    private final SpaceService spaces;

    SpaceFeeds(MessageBroadcaster broadcaster, CatchupService catchups, SpaceService spaces) {
        this.broadcaster = broadcaster;
        this.catchups = catchups;
        this.spaces = spaces;
    }

    /**
     * Starts the feed of a stream of one space.
     *
     * @param position up to which the client has the events; null to start now
     * @throws NotFoundException if the actor does not belong to the space
     */
    void startOnly(EventStream stream, Actor actor, @Nullable Long position) {
        SpaceFeed feed = subscribe(stream, actor);
        if (feed == null) {
            throw new NotFoundException();
        }
        if (position == null) {
            long present = catchups.position(actor);
            stream.prepare(queue -> queue.start(feed, present));
        } else {
            Catchup missed = catchups.since(actor, position);
            stream.prepare(queue -> queue.start(feed, missed));
        }
    }

    /** Starts the feeds of a stream of several spaces, for a client that begins now. */
    void startAll(EventStream stream, List<Actor> actors) {
        for (Actor actor : actors) {
            SpaceFeed feed = subscribeMember(stream, actor);
            if (feed != null) {
                stream.prepare(queue -> queue.start(feed));
            }
        }
    }

    /**
     * Starts the feeds of a stream of several spaces with what the client missed. A space that it does not know, or that
     * it knows and that is no longer there, is a {@code resync}.
     *
     * @param known what the client knows; null if that is unknown
     * @param now up to when it knows all spaces afterwards
     */
    void resumeAll(EventStream stream, List<Actor> actors, @Nullable SpacesCursor known, Instant now) {
        Set<SpaceId> gone = new HashSet<>(known == null ? Set.of() : known.moved());
        for (Actor actor : actors) {
            SpaceFeed feed = subscribeMember(stream, actor);
            if (feed != null) {
                Catchup missed = missed(actor, known);
                stream.prepare(queue -> queue.start(feed, missed));
                gone.remove(actor.space());
            }
        }
        if (known != null) {
            Set<SpaceId> present = actors.stream().map(Actor::space).collect(Collectors.toSet());
            stream.prepare(queue -> known.begin(now, present));
        }
        gone.forEach(space -> stream.prepare(queue -> queue.resync(space)));
    }

    private Catchup missed(Actor actor, @Nullable SpacesCursor known) {
        if (known == null || spaces.hasJoinedSince(actor, known.began())) {
            return new Catchup(false, List.of(), catchups.position(actor));
        }
        Long position = known.position(actor.space());
        return position == null
                ? catchups.since(actor, known.began().minus(COMMIT_TIME))
                : catchups.since(actor, position);
    }

    /** Adds a space that the account entered while the stream is open, as a {@code resync}. */
    void enter(EventStream stream, Actor actor) {
        SpaceFeed feed = subscribe(stream, actor);
        if (feed != null) {
            var unknown = new Catchup(false, List.of(), catchups.position(actor));
            stream.change(queue -> queue.start(feed, unknown));
        }
    }

    /** Subscribes, unless the account has left the space meanwhile: one that leaves later is found among subscribers. */
    private @Nullable SpaceFeed subscribeMember(EventStream stream, Actor actor) {
        SpaceFeed feed = subscribe(stream, actor);
        if (feed != null && !spaces.isMember(actor)) {
            stream.remove(feed);
            return null;
        }
        return feed;
    }

    private @Nullable SpaceFeed subscribe(EventStream stream, Actor actor) {
        var feed = new SpaceFeed(actor, stream);
        if (!stream.add(feed)) {
            return null;
        }
        stream.subscribe(feed, broadcaster.subscribe(actor, feed));
        return feed;
    }
}
