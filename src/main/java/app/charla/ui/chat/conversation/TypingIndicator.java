package app.charla.ui.chat.conversation;

import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.core.LiveEvent;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.message.MessagePosted;
import app.charla.presence.TypingService;
import app.charla.ui.Labels;
import app.charla.ui.chat.OpenChat;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The typing indicator of the open conversation, drawn by {@code <charla-typing>}. The server keeps nothing of it. */
@Tag("charla-typing")
@JsModule("./conversation/typing-indicator.ts")
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TypingIndicator extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS = List.of("typing.");

    private final transient TypingService typing;
    private final transient ProfileDirectory profiles;
    private @Nullable OpenChat open;

    TypingIndicator(TypingService typing, ProfileDirectory profiles) {
        this.typing = typing;
        this.profiles = profiles;
    }

    /** Switches to another chat, in which nobody is typing yet. */
    void enter(OpenChat chat) {
        open = chat;
        clear();
    }

    private void clear() {
        getElement().callJsFunction("clear");
    }

    /** Shows that a person is typing. */
    void show(AccountId person) {
        getElement()
                .callJsFunction(
                        "show", person.toString(), profiles.getById(person).name());
    }

    /** Removes the senders of new messages. */
    void removeSenders(List<LiveEvent> events) {
        for (LiveEvent event : events) {
            if (event instanceof MessagePosted posted) {
                getElement().callJsFunction("hide", posted.message().sender().toString());
            }
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        clear();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    /** Called every few seconds while the person is typing. */
    @ClientCallable
    @AllowInert
    private void writing() {
        OpenChat current = open;
        if (current == null) {
            throw new NotFoundException();
        }
        try {
            typing.type(current.actor(), current.chat());
        } catch (TooManyRequestsException tooMany) {
            // the others see for a moment less of it, and the person need not know
        }
    }
}
