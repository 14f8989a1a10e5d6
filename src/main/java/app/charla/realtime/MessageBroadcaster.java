package app.charla.realtime;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.storage.Committed;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fans committed events out to the subscribers of their recipients. The order of each space's journal is kept for every
 * subscriber.
 *
 * @see <a href="../../../../../docs/decisions/004-fan-out-after-the-acknowledgement.md">decision 004</a>
 */
@Component
public class MessageBroadcaster {

    private static final int MAILBOX = 1_000;

    private final Map<Actor, List<Subscription>> subscriptions = new ConcurrentHashMap<>();

    /** One thread: the order of commits is the order of deliveries. */
    private final ExecutorService fanOut = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("broadcast").factory());

    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Subscribes to what concerns an account in a space. Subscribe first, then load, then apply what arrives and is
     * newer than what was loaded.
     */
    public Subscription subscribe(Actor actor, Subscriber subscriber) {
        var holder = new Subscription[1];
        var subscription = new Subscription(subscriber, deliveries, MAILBOX, () -> remove(actor, holder[0]));
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

    @EventListener
    void on(Committed committed) {
        fanOut.execute(() -> broadcast(committed));
    }

    private void broadcast(Committed committed) {
        List<LiveEvent> run = new ArrayList<>();
        Set<AccountId> audience = Set.of();
        for (LiveEvent event : committed.events()) {
            if (!run.isEmpty() && event.recipients() != audience) {
                send(committed.space(), audience, run);
                run.clear();
            }
            audience = event.recipients();
            run.add(event);
        }
        send(committed.space(), audience, run);
    }

    private void send(SpaceId space, Set<AccountId> audience, List<LiveEvent> events) {
        var delivery = new Delivery(events);
        for (AccountId account : audience) {
            List<Subscription> theirs = subscriptions.get(new Actor(space, account));
            if (theirs != null) {
                theirs.forEach(subscription -> subscription.offer(delivery));
            }
        }
    }

    @PreDestroy
    void close() {
        fanOut.shutdown();
        deliveries.shutdown();
    }
}
