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
import app.charla.space.SpaceService;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.SpringApplication;

/**
 * Acknowledged messages per second by the services: closed-loop senders in one group, no HTTP. Prints one line a
 * second.
 *
 * <p>{@code SendingBenchmark [senders=16] [seconds=20]}
 */
public final class SendingBenchmark {

    private SendingBenchmark() {}

    public static void main(String[] args) throws Exception {
        int senders = args.length > 0 ? Integer.parseInt(args[0]) : 16;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        var folder = Files.createTempDirectory("charla-bench");
        try (var app = SpringApplication.run(
                CharlaApplication.class,
                "--server.port=0",
                "--charla.storage.data-dir=" + folder,
                "--charla.rate-limits=off")) {
            var accounts = app.getBean(AccountService.class);
            var spaces = app.getBean(SpaceService.class);
            var messages = app.getBean(MessageService.class);
            List<Actor> people = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                var registration = new Registration("sender-" + i, null, "mimosa-trombone-41", Language.EN);
                people.add(spaces.enterHome(
                        accounts.register(registration, "bench").id()));
            }
            List<AccountId> others = people.stream().map(Actor::account).toList();
            ChatId chat = app.getBean(GroupService.class)
                    .create(people.getFirst(), "bench", others, null)
                    .chat()
                    .id();
            measure(people, messages, chat, Duration.ofSeconds(seconds));
        }
    }

    private static void measure(List<Actor> people, MessageService messages, ChatId chat, Duration duration)
            throws InterruptedException {
        var sent = new LongAdder();
        long end = System.nanoTime() + duration.toNanos();
        for (Actor person : people) {
            Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    messages.send(
                            person, chat, new MessageDraft(UUID.randomUUID().toString(), "lorem ipsum ".repeat(10)));
                    sent.increment();
                }
            });
        }
        while (System.nanoTime() < end) {
            long before = sent.sum();
            Thread.sleep(1_000);
            System.out.println(sent.sum() - before + " messages/s");
        }
    }
}
