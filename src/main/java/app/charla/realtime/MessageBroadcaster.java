package app.charla.realtime;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.space.SpaceClosed;
import app.charla.space.SpaceLeft;
import app.charla.storage.JournalAdvanced;
import app.charla.storage.SpaceCommitted;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
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
import java.util.function.Consumer;
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

    /** Subscriptions by space and account, so that a commit looks at those of its own space only. */
    private final Map<SpaceId, Map<AccountId, List<Subscription>>> subscriptions = new ConcurrentHashMap<>();

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
        subscriptions.compute(actor.space(), (space, present) -> {
            Map<AccountId, List<Subscription>> local = present == null ? new ConcurrentHashMap<>() : present;
            local.computeIfAbsent(actor.account(), account -> new CopyOnWriteArrayList<>())
                    .add(subscription);
            return local;
        });
        return subscription;
    }

    private void remove(Actor actor, Subscription subscription) {
        subscriptions.computeIfPresent(actor.space(), (space, local) -> {
            local.computeIfPresent(actor.account(), (account, present) -> {
                present.remove(subscription);
                return present.isEmpty() ? null : present;
            });
            return local.isEmpty() ? null : local;
        });
    }

    /**
     * Ends the subscriptions of an account that left a space; first of all listeners, so that nothing more is delivered
     * even if a later one fails.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(SpaceLeft left) {
        local(left.actor().space())
                .getOrDefault(left.actor().account(), List.of())
                .forEach(Subscription::revoke);
    }

    @EventListener
    void on(SpaceClosed closed) {
        local(closed.space().id()).values().forEach(found -> found.forEach(Subscription::revoke));
    }

    /** Lets all subscribers of a space catch up: what they missed is in the journal only. */
    @EventListener
    void on(JournalAdvanced advanced) {
        local(advanced.space()).values().forEach(found -> found.forEach(Subscription::resync));
    }

    private Map<AccountId, List<Subscription>> local(SpaceId space) {
        return subscriptions.getOrDefault(space, Map.of());
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
            Set<AccountId> recipients = recipients(space, event);
            if (!run.isEmpty() && recipients != audience) {
                send(space, audience, run);
                run.clear();
            }
            audience = recipients;
            run.add(event);
        }
        send(space, audience, run);
    }

    /** Only members of a space subscribe to it: an event for all of them is one for all who are here. */
    private Set<AccountId> recipients(SpaceId space, LiveEvent event) {
        return event.isForWholeSpace() ? local(space).keySet() : event.recipients();
    }

    /** Sends a signal to the subscribers of some accounts. */
    public void signal(Set<AccountId> recipients, Signal signal) {
        Map<AccountId, List<Subscription>> local = local(signal.space());
        forEach(candidates(local, recipients), local, recipients, subscription -> subscription.signal(signal));
    }

    private void send(SpaceId space, Set<AccountId> audience, List<LiveEvent> events) {
        var delivery = new Delivery(events);
        Consumer<Subscription> action = subscription -> subscription.offer(delivery);
        Map<AccountId, List<Subscription>> local = local(space);
        List<AccountId> all = candidates(local, audience);
        if (all.size() < LARGE_AUDIENCE) {
            forEach(all, local, audience, action);
            return;
        }
        int middle = all.size() / 2;
        var others = CompletableFuture.runAsync(
                () -> forEach(all.subList(middle, all.size()), local, audience, action), secondHalf);
        forEach(all.subList(0, middle), local, audience, action);
        others.join();
    }

    /**
     * Returns the smaller one of an audience and the accounts that are subscribed here: few of a large chat may be
     * online, and few of the many online may be in a chat.
     */
    private static List<AccountId> candidates(Map<AccountId, List<Subscription>> local, Set<AccountId> audience) {
        return List.copyOf(local.size() < audience.size() ? local.keySet() : audience);
    }

    private static void forEach(
            List<AccountId> candidates,
            Map<AccountId, List<Subscription>> local,
            Set<AccountId> audience,
            Consumer<Subscription> action) {
        for (AccountId account : candidates) {
            List<Subscription> found = local.get(account);
            if (found != null && audience.contains(account)) {
                found.forEach(action);
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
