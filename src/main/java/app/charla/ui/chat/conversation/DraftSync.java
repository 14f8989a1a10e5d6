package app.charla.ui.chat.conversation;

import app.charla.chat.SavedDraft;
import app.charla.ui.chat.Conversation;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.internal.AllowInert;
import java.io.Serializable;

/**
 * Keeps what is being written the same on all devices of a person; {@code <charla-drafts>} shows nothing itself. The browser's
 * own draft comes first, so that nothing waits for the server.
 */
@Tag("charla-drafts")
@JsModule("./sync/draft-sync.ts")
final class DraftSync extends Component {

    /** Takes what the person writes in a chat, which need not be the one that is open any more. */
    @FunctionalInterface
    interface Writes extends Serializable {

        /**
         * @param at when, in milliseconds since 1970
         * @return when it counts as written
         */
        long save(String chat, String text, long at);
    }

    private final Writes writes;

    DraftSync(Writes writes) {
        this.writes = writes;
    }

    /** Turns to a conversation, of which this is kept. */
    void open(Conversation conversation, SavedDraft draft) {
        getElement().callJsFunction("open", conversation, draft.text(), (double)
                draft.writtenAt().toEpochMilli());
    }

    /** Another device wrote on. */
    void came(SavedDraft draft) {
        getElement()
                .callJsFunction("applyRemoteDraft", draft.text(), (double) draft.writtenAt().toEpochMilli());
    }

    @ClientCallable
    @AllowInert
    private double save(String chat, String text, double at) {
        return writes.save(chat, text, (long) at);
    }
}
