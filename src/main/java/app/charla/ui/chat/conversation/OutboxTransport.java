package app.charla.ui.chat.conversation;

import app.charla.core.Actor;
import app.charla.ui.Addresses;
import app.charla.ui.Labels;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The transport of the browser's outbox for the space that is open: sends what was written without a connection, wherever
 * the person is now. While a conversation is open, its {@link Composer} sends instead.
 *
 * @see <a href="../../../../../../../docs/decisions/040-browser-outbox.md">decision 040</a>
 */
@Tag("charla-outbox")
@JsModule("./composer/outbox-transport.ts")
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class OutboxTransport extends Component implements LocaleChangeObserver {

    private static final List<String> LABELS = List.of("media.lost");

    private final transient MessageSender sender;
    private @Nullable Actor actor;

    OutboxTransport(MessageSender sender) {
        this.sender = sender;
    }

    /** Sends for an actor from now on. */
    public void open(Actor entered, String slug) {
        if (!entered.equals(actor)) {
            actor = entered;
            getElement()
                    .callJsFunction(
                            "open",
                            new Destination(
                                    entered.account().toString(),
                                    entered.space().toString(),
                                    Addresses.media(slug)));
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    @ClientCallable
    @AllowInert
    private Composer.SendResult send(String chat, Composer.OutgoingMessage outgoing) {
        return sender.send(Objects.requireNonNull(actor, "no space was entered"), chat, outgoing, getLocale());
    }

    /**
     * Where messages are sent to.
     *
     * @param media the address of the attachments of the space
     */
    record Destination(String account, String space, String media) implements Serializable {}
}
