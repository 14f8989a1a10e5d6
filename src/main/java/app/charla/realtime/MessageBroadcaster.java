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
 * Fans committed events out to the subscribers of their recipients. Every subscriber receives the events of a space in
 * journal order.
 *
 * @see <a href="../../../../../docs/decisions/004-fan-out-after-acknowledgement.md">decision 004</a>
 */
@Component
public class MessageBroadcaster {

    private static final int MAILBOX_CAPACITY = 1_000;

    /** Commits that may wait for the fan-out: enough that a short stall delays no acknowledgement. */
    private static final int MAX_WAITING_COMMITS = 8;

    /** Fanning out to this many takes milliseconds: a second core takes half of them. */
    private static final int LARGE_AUDIENCE = 100;

    private static final Logger log = LoggerFactory.getLogger(MessageBroadcaster.class);

    private final Map<Actor, List<Subscription>> subscriptions = new ConcurrentHashMap<>();

    /**
     * Commits waiting for the fan-out. When it is full the writer waits: back-pressure, so that senders are not faster
     * than the fan-out.
     */
    private final BlockingQueue<SpaceCommitted> commits = new ArrayBlockingQueue<>(MAX_WAITING_COMMITS);

    /** One thread: the order of commits is the order of deliveries. */
    private final Thread fanOut = Thread.ofPlatform().daemon().name("broadcast").start(this::broadcastCommits);

    /** Serves the second half of a large audience; it is waited for, so the order stays. */
    private final ExecutorService secondHalf = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("broadcast-2").factory());

    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Subscribes to the events of a space that an account receives. Subscribe first, then load, then apply events that
     * are newer than the loaded state.
     */
    public Subscription subscribe(Actor actor, Subscriber subscriber) {
        var holder = new Subscription[1];
        var subscription = new Subscription(
                subscriber,
                subscriber.isNonBlocking() ? Runnable::run : deliveries,
                MAILBOX_CAPACITY,
                () -> remove(actor, holder[0]));
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

    /**
     * Ends the subscriptions of an account that left a space; first of all listeners, so that nothing more is delivered
     * even if a later one fails.
     */
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
        List<Subscription> found = subscriptions.remove(actor);
        if (found != null) {
            found.forEach(Subscription::revoke);
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

    /** Takes the waiting commits together: a busy fan-out writes less often and more at once. */
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
            log.debug("fan-out stopped", closing);
        }
    }

    private void broadcastSafely(SpaceId space, List<LiveEvent> events) {
        try {
            broadcast(space, events);
        } catch (RuntimeException | Error failure) { // without this thread writers would block for ever
            log.error("broadcasting {} events of space {} failed", events.size(), space, failure);
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
            List<Subscription> found = subscriptions.get(new Actor(space, account));
            if (found != null) {
                found.forEach(subscription -> subscription.offer(delivery));
            }
        }
    }

    /** Sends a signal to the subscribers of some accounts. */
    public void signal(Collection<AccountId> recipients, Signal signal) {
        for (AccountId account : recipients) {
            List<Subscription> found = subscriptions.get(new Actor(signal.space(), account));
            if (found != null) {
                found.forEach(subscription -> subscription.signal(signal));
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
