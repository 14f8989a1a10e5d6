package app.charla.message;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.Chat;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Set-up of tests about messages: a group of two people. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
abstract class GroupChatSetup {

    @Autowired
    People people;

    @Autowired
    GroupService groups;

    @Autowired
    MessageService messages;

    @Autowired
    MessageHistory history;

    Actor ana;
    Actor bruno;
    Chat group;

    @BeforeEach
    void createGroup() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        group = groups.create(ana, "Viaje", List.of(bruno.account()), null).chat();
    }

    Message say(String text) {
        return messages.send(ana, group.id(), new MessageDraft(text, text)).message();
    }
}
