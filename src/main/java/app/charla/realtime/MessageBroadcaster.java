package app.charla.realtime;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.space.SpaceClosed;
import app.charla.space.SpaceLeft;
import app.charla.storage.SpaceCommitted;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fans committed events out to the subscribers of their recipients. The order of each space's journal is kept for every
 * subscriber.
 *
 * @see <a href="../../../../../docs/decisions/004-fan-out-after-the-acknowledgement.md">decision 004</a>
 */
@Component
public class MessageBroadcaster {

    private static final int MAILBOX_CAPACITY = 1_000;

    /** How many commits may wait to be told: enough that a short stall delays no acknowledgement. */
    private static final int MAX_WAITING_COMMITS = 8;

    /** Telling so many takes milliseconds: a second core takes half of them. */
    private static final int LARGE_AUDIENCE = 100;

    private static final Logger log = LoggerFactory.getLogger(MessageBroadcaster.class);

    private final Map<Actor, List<Subscription>> subscriptions = new ConcurrentHashMap<>();

    /**
     * What is still to be told. When it is full the writer waits, so that people cannot send faster than the others can
     * be told.
     */
    private final BlockingQueue<SpaceCommitted> commits = new ArrayBlockingQueue<>(MAX_WAITING_COMMITS);

    /** One thread: the order of commits is the order of deliveries. */
    private final Thread fanOut = Thread.ofPlatform().daemon().name("broadcast").start(this::broadcastCommits);

    /** Tells the second half of a large audience; it is waited for, so the order stays. */
    private final ExecutorService secondHalf = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("broadcast-2").factory());

    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Subscribes to what concerns an account in a space. Subscribe first, then load, then apply what arrives and is
     * newer than what was loaded.
     */
    public Subscription subscribe(Actor actor, Subscriber subscriber) {
        var holder = new Subscription[1];
        var subscription = new Subscription(
                subscriber, subscriber.isNonBlocking() ? Runnable::run : deliveries, MAILBOX_CAPACITY, () -> remove(actor, holder[0]));
        holder[0] = subscription;
        subscriptions.compute(actor, (key, present) -> {
            List<Subscription> list = present == null ? new CopyOnWriteArrayList<>() : present;
            list.add(subscription);
            return list;
        });
        return subscription;
    }

    private void remove(Actor actor, Subscription subscription) {
        subscriptions.computeIfPresent(actor, (key, present) -> {
            present.remove(subscription);
            return present.isEmpty() ? null : present;
        });
    }

    /** Who is out of a space hears nothing more of it, whatever else their going brings and whether that succeeds. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(SpaceLeft left) {
        revoke(left.actor());
    }

    @EventListener
    void on(SpaceClosed closed) {
        subscriptions.keySet().stream()
                .filter(actor -> actor.space().equals(closed.space().id()))
                .forEach(this::revoke);
    }

    private void revoke(Actor actor) {
        List<Subscription> theirs = subscriptions.remove(actor);
        if (theirs != null) {
            theirs.forEach(Subscription::revoke);
        }
    }

    @EventListener
    void on(SpaceCommitted committed) {
        try {
            commits.put(committed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Commits that wait together are told together: who falls behind writes less often and more at once. */
    private void broadcastCommits() {
        var batch = new ArrayList<SpaceCommitted>(MAX_WAITING_COMMITS + 1);
        try {
            while (true) {
                batch.add(commits.take());
                commits.drainTo(batch);
                batch.stream()
                        .collect(Collectors.groupingBy(
                                SpaceCommitted::space,
                                Collectors.flatMapping(one -> one.events().stream(), Collectors.toList())))
                        .forEach(this::broadcastSafely);
                batch.clear();
            }
        } catch (InterruptedException closing) {
            log.debug("the fan-out ends", closing);
        }
    }

    private void broadcastSafely(SpaceId space, List<LiveEvent> events) {
        try {
            broadcast(space, events);
        } catch (RuntimeException | Error failure) { // without this thread nobody could write any more
            log.error("telling of {} events in space {} failed", events.size(), space, failure);
        }
    }

    private void broadcast(SpaceId space, List<LiveEvent> events) {
        List<LiveEvent> run = new ArrayList<>();
        Set<AccountId> audience = Set.of();
        for (LiveEvent event : events) {
            if (!run.isEmpty() && event.recipients() != audience) {
                send(space, audience, run);
                run.clear();
            }
            audience = event.recipients();
            run.add(event);
        }
        send(space, audience, run);
    }

    private void send(SpaceId space, Set<AccountId> audience, List<LiveEvent> events) {
        var delivery = new Delivery(events);
        if (audience.size() < LARGE_AUDIENCE) {
            offer(space, audience, delivery);
            return;
        }
        List<AccountId> all = List.copyOf(audience);
        int middle = all.size() / 2;
        var others =
                CompletableFuture.runAsync(() -> offer(space, all.subList(middle, all.size()), delivery), secondHalf);
        offer(space, all.subList(0, middle), delivery);
        others.join();
    }

    private void offer(SpaceId space, Collection<AccountId> audience, Delivery delivery) {
        for (AccountId account : audience) {
            List<Subscription> theirs = subscriptions.get(new Actor(space, account));
            if (theirs != null) {
                theirs.forEach(subscription -> subscription.offer(delivery));
            }
        }
    }

    /** Tells those of some people who listen that something goes on. */
    public void signal(Collection<AccountId> whom, Signal signal) {
        for (AccountId account : whom) {
            List<Subscription> theirs = subscriptions.get(new Actor(signal.space(), account));
            if (theirs != null) {
                theirs.forEach(subscription -> subscription.signal(signal));
            }
        }
    }

    @PreDestroy
    void close() {
        fanOut.interrupt();
        secondHalf.shutdown();
        deliveries.shutdown();
    }
}
