package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.UnavailableException;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database server dies while many write, and comes back: what was acknowledged is there, once and in order. */
@Tag("once")
@ServiceTest
@Import(EventRecorder.class)
class ServerCrashIT {

    private static final Sqld.Alone SERVER = new Sqld.Alone();
    private static final int SENDERS = 12;
    private static final int DEATHS = 3;
    private static final int BEFORE_DEATH = 300;

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private EventRecorder recorder;

    private final Map<String, Message> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry settings) {
        settings.add("charla.storage.db-url", SERVER::url);
    }

    @Test
    void everyAcknowledgedMessageIsThereOnceAndInOrder() throws Exception {
        Actor ana = people.person("ana");
        ChatId chat = chats.openPrivate(ana, ana.account()).chat().id();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                int sender = i;
                threads.submit(() -> talk(ana, chat, sender));
            }
            for (int death = 1; death <= DEATHS; death++) {
                int known = acknowledged.size();
                await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= known + BEFORE_DEATH);
                SERVER.kill();
                int before = refused.get();
                await().until(() -> refused.get() > before + SENDERS);
                SERVER.restart();
            }
            int known = acknowledged.size();
            await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= known + BEFORE_DEATH);
            over.set(true);
        }
        List<Message> history = history(ana, chat);
        assertThat(history)
                .extracting(Message::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(history).extracting(Message::clientId).doesNotHaveDuplicates();
        assertThat(history).containsAll(acknowledged.values()).hasSameSizeAs(acknowledged.values());
        await().untilAsserted(() -> assertThat(recorder.messages()).isEqualTo(history));
    }

    /** Each repeats a message until it is acknowledged, as the composer does. */
    private void talk(Actor actor, ChatId chat, int sender) {
        for (int i = 0; !over.get(); i++) {
            String clientId = "c" + sender + "-" + i;
            while (!acknowledged.containsKey(clientId)) {
                try {
                    var result = messages.send(actor, chat, new MessageDraft(clientId, "text of " + clientId));
                    acknowledged.put(clientId, result.message());
                } catch (UnavailableException away) {
                    refused.incrementAndGet();
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> history(Actor actor, ChatId chat) {
        var all = new ArrayList<Message>();
        for (List<Message> page = List.of(); ; all.addAll(page)) {
            long after = all.isEmpty() ? 0 : all.getLast().seq();
            page = history.after(actor, chat, after, 200).messages();
            if (page.isEmpty()) {
                return all;
            }
        }
    }
}
