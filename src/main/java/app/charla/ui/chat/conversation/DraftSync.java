package app.charla.ui.chat.conversation;

import app.charla.chat.DraftService;
import app.charla.chat.SavedDraft;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.ui.chat.Conversation;
import app.charla.ui.chat.OpenChat;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.internal.AllowInert;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The synchronization of drafts between a person's devices; {@code <charla-drafts>} shows nothing itself. The browser's own
 * draft comes first, so that nothing waits for the server.
 */
@Tag("charla-drafts")
@JsModule("./sync/draft-sync.ts")
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DraftSync extends Component {

    private final transient DraftService draftService;
    private final transient Clock clock;
    private @Nullable OpenChat open;

    DraftSync(DraftService draftService, Clock clock) {
        this.draftService = draftService;
        this.clock = clock;
    }

    /** Opens a conversation and sends the browser its saved draft, and the time by which drafts are compared. */
    void open(OpenChat chat, Conversation conversation) {
        open = chat;
        SavedDraft draft = draftService.draft(chat.actor(), chat.chat());
        getElement()
                .callJsFunction(
                        "open",
                        conversation,
                        draft.text(),
                        (double) draft.writtenAt().toEpochMilli(),
                        (double) clock.millis());
    }

    /** Applies a draft that was written on another device. */
    void applyRemote(SavedDraft draft) {
        getElement().callJsFunction("applyRemoteDraft", draft.text(), (double)
                draft.writtenAt().toEpochMilli());
    }

    /**
     * Saves a draft.
     *
     * @param chat need not be the chat that is open any more
     * @param at milliseconds since 1970
     * @return the time at which the draft counts as written
     */
    @ClientCallable
    @AllowInert
    private double save(String chat, String text, double at) {
        OpenChat current = open;
        if (current == null) {
            throw new NotFoundException();
        }
        SavedDraft saved =
                draftService.save(current.actor(), ChatId.parse(chat), text, Instant.ofEpochMilli((long) at));
        return saved.writtenAt().toEpochMilli();
    }
}
