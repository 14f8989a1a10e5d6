package app.charla.chat;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.storage.SpaceStore;
import app.charla.unicode.StorableText;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Drafts of messages, synchronised between the devices of an account: the last writer wins. They are deleted with the
 * membership, and are no part of the journal.
 */
@Service
public class DraftService {

    /**
     * Maximum of characters. More than any message may have, so that a text that is too long is kept while it is
     * shortened.
     */
    public static final int MAX_LENGTH = 20_000;

    private final SpaceStore store;
    private final ChatService chats;
    private final ChatCache chatCache;
    private final ChatLimits limits;
    private final ApplicationEventPublisher events;

    DraftService(
            SpaceStore store,
            ChatService chats,
            ChatCache chatCache,
            ChatLimits limits,
            ApplicationEventPublisher events) {
        this.store = store;
        this.chats = chats;
        this.chatCache = chatCache;
        this.limits = limits;
        this.events = events;
    }

    /**
     * Returns the actor's draft in a chat.
     *
     * @throws NotFoundException if the actor is not a member
     */
    public SavedDraft draft(Actor actor, ChatId id) {
        chats.visible(actor, id);
        return store.read(
                actor.space(), () -> chatCache.member(id, actor.account()).toDraft());
    }

    /**
     * Saves the actor's draft, unless a newer one is saved. A device clock that is ahead counts as now.
     *
     * @return the draft that is stored now
     * @throws NotFoundException if the actor is not a member
     * @throws InvalidException if the text is longer than {@link #MAX_LENGTH} or cannot be stored as it is
     * @throws app.charla.core.TooManyRequestsException if the actor saves drafts too often
     */
    public SavedDraft save(Actor actor, ChatId id, String text, Instant writtenAt) {
        chats.visible(actor, id);
        StorableText.require("text", text);
        if (text.length() > MAX_LENGTH) {
            throw new InvalidException("text", "draft.length", MAX_LENGTH);
        }
        limits.takeDraft(actor.account());
        SavedDraft saved = store.write(actor.space(), transaction -> {
            MembershipEntity membership = chatCache.member(id, actor.account());
            Instant at = writtenAt.isAfter(transaction.now()) ? transaction.now() : writtenAt;
            membership.saveDraft(text, at);
            return membership.toDraft();
        });
        if (saved.text().equals(text)) {
            events.publishEvent(new DraftSaved(actor, id, saved));
        }
        return saved;
    }
}
