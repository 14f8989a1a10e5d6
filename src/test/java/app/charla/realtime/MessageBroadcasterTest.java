package app.charla.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.LiveEvent;
import app.charla.core.SpaceId;
import app.charla.space.SpaceLeft;
import app.charla.storage.JournalAdvanced;
import app.charla.storage.SpaceCommitted;
import java.time.Duration;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageBroadcasterTest {

    private record TestEvent(SpaceId space, long position, ChatId chat, Set<AccountId> recipients)
            implements LiveEvent {}

    /** Records deliveries; blocks while its gate is closed. */
    private static class Reader implements Subscriber {
        final List<Long> positions = new CopyOnWriteArrayList<>();
        final AtomicInteger resyncs = new AtomicInteger();
        final CountDownLatch gate;

        Reader(int gates) {
            gate = new CountDownLatch(gates);
        }

        @Override
        public void deliver(Delivery delivery) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            delivery.events().forEach(event -> positions.add(event.position()));
        }

        @Override
        public void resync() {
            resyncs.incrementAndGet();
        }
    }

    /** Fails on the fan-out thread, optionally on resync, too. */
    private static class Failing implements Subscriber {
        final AtomicInteger deliveries = new AtomicInteger();
        final AtomicInteger resyncs = new AtomicInteger();
        final boolean failsOnResync;

        Failing(boolean failsOnResync) {
            this.failsOnResync = failsOnResync;
        }

        @Override
        public boolean isNonBlocking() {
            return true;
        }

        @Override
        public void deliver(Delivery delivery) {
            deliveries.incrementAndGet();
            throw new IllegalStateException("deliver");
        }

        @Override
        public void resync() {
            resyncs.incrementAndGet();
            if (failsOnResync) {
                throw new IllegalStateException("resync");
            }
        }
    }

    private final MessageBroadcaster broadcaster = new MessageBroadcaster();
    private final SpaceId space = new SpaceId(UUID.randomUUID());
    private final ChatId chat = new ChatId(UUID.randomUUID());
    private final Actor ana = new Actor(space, new AccountId(UUID.randomUUID()));
    private final Actor bruno = new Actor(space, new AccountId(UUID.randomUUID()));
    private final Set<AccountId> both = Set.of(ana.account(), bruno.account());

    @AfterEach
    void close() {
        broadcaster.close();
    }

    @Test
    void deliversToEverySubscriberOfARecipientInOrder() {
        Reader phone = new Reader(0);
        Reader desk = new Reader(0);
        broadcaster.subscribe(ana, phone);
        broadcaster.subscribe(ana, desk);
        for (long i = 1; i <= 500; i++) {
            commit(event(i, both));
        }
        List<Long> all = LongStream.rangeClosed(1, 500).boxed().toList();
        await().untilAsserted(() -> assertThat(phone.positions).isEqualTo(all));
        await().untilAsserted(() -> assertThat(desk.positions).isEqualTo(all));
    }

    @Test
    void deliversToALargeAudienceInOrder() {
        var audience = new HashSet<AccountId>();
        var readers = new ArrayList<Reader>();
        for (int i = 0; i < 251; i++) {
            var account = new AccountId(UUID.randomUUID());
            audience.add(account);
            readers.add(new Reader(0) {
                @Override
                public boolean isNonBlocking() {
                    return true;
                }
            });
            broadcaster.subscribe(new Actor(space, account), readers.getLast());
        }
        for (long i = 1; i <= 200; i++) {
            commit(event(i, audience));
        }
        List<Long> all = LongStream.rangeClosed(1, 200).boxed().toList();
        await().untilAsserted(() -> assertThat(readers)
                .allSatisfy(reader -> assertThat(reader.positions).isEqualTo(all)));
    }

    @Test
    void keepsTheOrderOfACommitWithSeveralAudiences() {
        Reader reader = new Reader(0);
        broadcaster.subscribe(ana, reader);
        commit(event(1, both), event(2, Set.of(ana.account())), event(3, both));
        await().untilAsserted(() -> assertThat(reader.positions).containsExactly(1L, 2L, 3L));
    }

    @Test
    void deliversToRecipientsOnly() {
        Reader brunos = new Reader(0);
        Reader elsewhere = new Reader(0);
        Reader anas = new Reader(0);
        broadcaster.subscribe(bruno, brunos);
        broadcaster.subscribe(new Actor(new SpaceId(UUID.randomUUID()), ana.account()), elsewhere);
        broadcaster.subscribe(ana, anas);
        commit(event(1, Set.of(ana.account())));
        commit(event(2, both));
        await().untilAsserted(() -> assertThat(brunos.positions).containsExactly(2L));
        await().untilAsserted(() -> assertThat(anas.positions).containsExactly(1L, 2L));
        assertThat(elsewhere.positions).isEmpty();
    }

    @Test
    void slowSubscribersDelayNobody() {
        Reader slow = new Reader(1);
        Reader quick = new Reader(0);
        broadcaster.subscribe(ana, slow);
        broadcaster.subscribe(bruno, quick);
        for (long i = 1; i <= 100; i++) {
            commit(event(i, both));
        }
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(quick.positions).hasSize(100));
        assertThat(slow.positions).isEmpty();
        slow.gate.countDown();
        await().untilAsserted(() -> assertThat(slow.positions).hasSize(100));
    }

    @Test
    void resyncsAnOverflowedSubscriberOnce() {
        Reader slow = new Reader(1);
        Reader quick = new Reader(0);
        broadcaster.subscribe(ana, slow);
        broadcaster.subscribe(bruno, quick);
        for (int i = 1; i <= 3_000; i++) {
            int sent = i;
            commit(event(i, both));
            if (i % 500 == 0) {
                await().until(() -> quick.positions.size() == sent);
            }
        }
        slow.gate.countDown();
        await().untilAsserted(() -> assertThat(slow.resyncs).hasValue(1));
        commit(event(3_001, both));
        await().untilAsserted(() -> assertThat(slow.positions).endsWith(3_001L));
        assertThat(slow.positions).hasSizeLessThan(1_010);
    }

    @Test
    void failingSubscribersFailAlone() {
        Failing failing = new Failing(false);
        Failing failsOnResync = new Failing(true);
        Reader other = new Reader(0);
        broadcaster.subscribe(ana, failing);
        broadcaster.subscribe(ana, failsOnResync);
        broadcaster.subscribe(ana, other);
        for (long i = 1; i <= 20; i++) {
            commit(event(i, both));
        }
        await().untilAsserted(() -> assertThat(other.positions).hasSize(20));
        assertThat(failing.resyncs.get()).isPositive().isEqualTo(failing.deliveries.get());
        assertThat(failsOnResync.deliveries).hasValue(1);
        assertThat(failsOnResync.resyncs).hasValue(1);
    }

    @Test
    void stopsWhenClosed() {
        Reader closed = new Reader(0);
        Reader open = new Reader(0);
        broadcaster.subscribe(ana, closed).close();
        broadcaster.subscribe(ana, open);
        commit(event(1, both));
        await().untilAsserted(() -> assertThat(open.positions).containsExactly(1L));
        assertThat(closed.positions).isEmpty();
    }

    /** An audience that may be asked about somebody, but not be walked. */
    private static final class Crowd extends AbstractSet<AccountId> {
        private final Set<AccountId> people;

        Crowd(Set<AccountId> people) {
            this.people = people;
        }

        @Override
        public boolean contains(Object person) {
            return people.contains(person);
        }

        @Override
        public Iterator<AccountId> iterator() {
            throw new AssertionError("walked an audience of " + size());
        }

        @Override
        public Object[] toArray() {
            throw new AssertionError("walked an audience of " + size());
        }

        @Override
        public int size() {
            return 100_000;
        }
    }

    @Test
    void asksFewSubscribersWhetherTheyBelongToALargeAudience() {
        Reader anas = new Reader(0);
        Reader brunos = new Reader(0);
        broadcaster.subscribe(ana, anas);
        broadcaster.subscribe(bruno, brunos);
        commit(event(1, new Crowd(Set.of(ana.account()))));
        commit(event(2, both));
        await().untilAsserted(() -> assertThat(brunos.positions).containsExactly(2L));
        await().untilAsserted(() -> assertThat(anas.positions).containsExactly(1L, 2L));
    }

    @Test
    void letsSubscribersOfTheSpaceCatchUpWithAnotherProcess() {
        Reader anas = new Reader(0);
        Reader elsewhere = new Reader(0);
        broadcaster.subscribe(ana, anas);
        broadcaster.subscribe(new Actor(new SpaceId(UUID.randomUUID()), ana.account()), elsewhere);
        broadcaster.on(new JournalAdvanced(space));
        await().untilAsserted(() -> assertThat(anas.resyncs).hasValue(1));
        commit(event(1, both));
        await().untilAsserted(() -> assertThat(anas.positions).containsExactly(1L));
        assertThat(elsewhere.resyncs).hasValue(0);
    }

    @Test
    void endsTheSubscriptionsOfThoseWhoLeft() {
        Reader anas = new Reader(0);
        Reader brunos = new Reader(0);
        broadcaster.subscribe(ana, anas);
        broadcaster.subscribe(bruno, brunos);
        broadcaster.on(new SpaceLeft(ana, null));
        commit(event(1, both));
        await().untilAsserted(() -> assertThat(brunos.positions).containsExactly(1L));
        assertThat(anas.positions).isEmpty();
    }

    private TestEvent event(long position, Set<AccountId> recipients) {
        return new TestEvent(space, position, chat, recipients);
    }

    private void commit(TestEvent... events) {
        broadcaster.on(new SpaceCommitted(space, List.of(events)));
    }
}
