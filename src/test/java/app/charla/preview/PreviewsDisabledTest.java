package app.charla.preview;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.fetch.LoopbackWeb;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@Import(LoopbackWeb.FetcherConfiguration.class)
@TestPropertySource(properties = "charla.preview.on=off")
@SuppressWarnings("NullAway.Init")
class PreviewsDisabledTest {

    @Autowired
    private LoopbackWeb web;

    @Autowired
    private People people;

    @Autowired
    private ChatService chats;

    @Autowired
    private MessageService messages;

    @Test
    void fetchesNothing() throws InterruptedException {
        Actor ana = people.person("ana");
        ChatId notes = chats.openPrivate(ana, ana.account()).chat().id();

        messages.send(ana, notes, new MessageDraft("1", web.page("/", "<title>Here</title>")));
        Thread.sleep(500);

        assertThat(web.requestedPaths()).isEmpty();
    }
}
