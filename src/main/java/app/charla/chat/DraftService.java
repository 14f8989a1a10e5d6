package app.charla.chat;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * What people are writing, kept for their other devices. Whoever wrote last, wins. It goes with the membership, and is no
 * part of the journal.
 */
@Service
public class DraftService {

    /** More than any message may have: what is too long is still kept while it is shortened. */
    public static final int MAX_LENGTH = 20_000;

    private final SpaceStore store;
    private final ChatService chats;
    private final ChatCache chatCache;
    private final ApplicationEventPublisher events;

    DraftService(SpaceStore store, ChatService chats, ChatCache known, ApplicationEventPublisher events) {
        this.store = store;
        this.chats = chats;
        this.chatCache = known;
        this.events = events;
    }

    /**
     * What the actor is writing in a chat.
     *
     * @throws NotFoundException if they are not in it
     */
    public SavedDraft draft(Actor actor, ChatId id) {
        chats.visible(actor, id);
        return store.read(actor.space(), () -> chatCache.member(id, actor.account()).toDraft());
    }

    /**
     * Keeps what the actor is writing, unless something newer is kept. A clock that is ahead counts as now.
     *
     * @return what is kept
     * @throws NotFoundException if they are not in the chat
     * @throws InvalidException if it is longer than {@link #MAX_LENGTH}
     */
    public SavedDraft save(Actor actor, ChatId id, String text, Instant writtenAt) {
        chats.visible(actor, id);
        if (text.length() > MAX_LENGTH) {
            throw new InvalidException("text", "draft.length", MAX_LENGTH);
        }
        SavedDraft kept = store.write(actor.space(), transaction -> {
            MembershipEntity mine = chatCache.member(id, actor.account());
            Instant at = writtenAt.isAfter(transaction.now()) ? transaction.now() : writtenAt;
            mine.saveDraft(text, at);
            return mine.toDraft();
        });
        if (kept.text().equals(text)) {
            events.publishEvent(new DraftSaved(actor, id, kept));
        }
        return kept;
    }
}
