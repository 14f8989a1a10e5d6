package app.charla.bench;

import app.charla.CharlaApplication;
import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.chat.GroupService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.presence.Lease;
import app.charla.presence.PresenceService;
import app.charla.space.SpaceService;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;

/**
 * Cost of a thousand online people for senders: 16 closed-loop senders, in turns alone and beside leases that
 * beat every 25 s, watch 200 others each, and 20 of which become another each second. Prints the ratio of one run.
 *
 * <p>{@code PresenceBenchmark [online=1000] [rounds=6] [seconds=5]}
 */
public final class PresenceBenchmark {

    private static final int SENDERS = 16;
    private static final int BEAT_SECONDS = 25;
    private static final int CHANGES_PER_SECOND = 20;

    private PresenceBenchmark() {}

    public static void main(String[] args) throws Exception {
        int online = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 6;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        try (var app = SpringApplication.run(
                CharlaApplication.class,
                "--server.port=0",
                "--charla.storage.data-dir=" + Files.createTempDirectory("charla-bench"),
                "--charla.rate-limits=off")) {
            var accounts = app.getBean(AccountService.class);
            var spaces = app.getBean(SpaceService.class);
            var messages = app.getBean(MessageService.class);
            List<Actor> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                var registration = new Registration("sender-" + i, null, "mimosa-trombone-41", Language.EN);
                senders.add(spaces.enterHome(
                        accounts.register(registration, "bench").id()));
            }
            List<AccountId> members = senders.stream().map(Actor::account).toList();
            ChatId chat = app.getBean(GroupService.class)
                    .create(senders.getFirst(), "bench", members, null)
                    .chat()
                    .id();
            var presences = app.getBean(PresenceService.class);
            send(senders, messages, chat, seconds); // warms up
            long alone = 0;
            long beside = 0;
            for (int round = 0; round < rounds; round++) {
                boolean first = round % 2 == 0; // so that what warms up on the way helps neither
                long quiet = first ? send(senders, messages, chat, seconds) : 0;
                long busy;
                long told;
                try (var crowd = new Crowd(presences, senders.getFirst(), online)) {
                    busy = send(senders, messages, chat, seconds);
                    told = crowd.told();
                }
                quiet = first ? quiet : send(senders, messages, chat, seconds);
                System.out.println(quiet / seconds + " messages/s alone, " + busy / seconds + " beside " + online
                        + ", who were told " + told + " changes");
                alone += quiet;
                beside += busy;
            }
            System.out.printf("ratio %.3f%n", (double) beside / alone);
        }
    }

    private static long send(List<Actor> people, MessageService messages, ChatId chat, int seconds)
            throws InterruptedException {
        var sent = new LongAdder();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (Actor person : people) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    messages.send(
                            person, chat, new MessageDraft(UUID.randomUUID().toString(), "lorem ipsum ".repeat(10)));
                    sent.increment();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return sent.sum();
    }

    /** People who are online, and now and then away. */
    private static final class Crowd implements AutoCloseable {

        private final List<Lease> leases = new ArrayList<>();
        private final AtomicLong told = new AtomicLong();
        private final Thread beating;
        private volatile boolean over;

        Crowd(PresenceService presences, Actor space, int count) {
            List<AccountId> people = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                people.add(new AccountId(UUID.randomUUID()));
            }
            for (int i = 0; i < count; i++) {
                Lease lease =
                        presences.open(new Actor(space.space(), people.get(i)), news -> told.addAndGet(news.size()));
                var shown = new ArrayList<AccountId>();
                for (int k = 1; k <= PresenceService.MAX_WATCHED; k++) {
                    shown.add(people.get((i + k) % count));
                }
                lease.watch(shown);
                leases.add(lease);
            }
            beating = Thread.ofPlatform().start(() -> beat(() -> over));
        }

        private void beat(BooleanSupplier ended) {
            int perSecond = Math.max(1, leases.size() / BEAT_SECONDS);
            int next = 0;
            while (!ended.getAsBoolean()) {
                for (int i = 0; i < perSecond; i++) {
                    leases.get(next++ % leases.size()).heartbeat(true);
                }
                for (int i = 0; i < CHANGES_PER_SECOND; i++) {
                    leases.get(ThreadLocalRandom.current().nextInt(leases.size()))
                            .heartbeat(false);
                }
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException closing) {
                    return;
                }
            }
        }

        long told() {
            return told.get();
        }

        @Override
        public void close() throws InterruptedException {
            over = true;
            beating.interrupt();
            beating.join();
            leases.forEach(Lease::close);
        }
    }
}
