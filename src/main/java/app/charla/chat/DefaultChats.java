package app.charla.chat;

import app.charla.chat.Chat.Kind;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.space.SpaceEntered;
import app.charla.space.SpacePrepared;
import app.charla.space.SpaceRequest;
import app.charla.space.SpaceService;
import app.charla.storage.SpaceStore;
import app.charla.storage.SpaceTransaction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The public chats that every new member of a space joins. There is always at least one. */
@Service
public class DefaultChats {

    private static final String DEFAULT_NAME = "Plaza";

    private final SpaceStore store;
    private final SpaceService spaces;
    private final ChatCache chatCache;
    private final ChatRepository repository;

    DefaultChats(SpaceStore store, SpaceService spaces, ChatCache chatCache, ChatRepository repository) {
        this.store = store;
        this.spaces = spaces;
        this.chatCache = chatCache;
        this.repository = repository;
    }

    /** Returns their names, oldest first. For every member. */
    public List<String> names(Actor actor) {
        spaces.requireMember(actor);
        return store.read(
                actor.space(),
                () -> repository.findByKindOrderByCreatedAt(Kind.PUBLIC).stream()
                        .filter(ChatEntity::isDefault) // never an archived one
                        .map(chat -> Objects.requireNonNullElse(chat.name(), ""))
                        .toList());
    }

    /**
     * Returns a change of the default chats, to run in a transaction of the space: missing ones are created, and those no longer named stay for their members. Existing
     * members of the space find a new one in the list of public chats. Owners and admins only.
     *
     * @throws InvalidException if there is none, or more than 20
     * @throws app.charla.core.ForbiddenException if the actor is a plain member
     */
    public Consumer<SpaceTransaction> changing(Actor actor, List<String> names) {
        List<String> chosen = SpaceRequest.chatNames(names);
        if (chosen.isEmpty()) {
            throw new InvalidException("chats", "space.chats", 20);
        }
        spaces.requireManager(actor);
        return transaction -> apply(transaction, chosen, actor.account());
    }

    private void apply(SpaceTransaction transaction, List<String> names, AccountId firstMember) {
        Map<String, ChatEntity> existing = new LinkedHashMap<>();
        Set<AccountId> everybody = new LinkedHashSet<>();
        for (ChatEntity chat : listed()) {
            existing.putIfAbsent(Objects.requireNonNullElse(chat.name(), ""), chat);
            everybody.addAll(chatCache.cached(transaction.space(), chat).audience());
        }
        existing.forEach((name, chat) -> chat.setDefault(names.contains(name)));
        for (String name : names) {
            if (!existing.containsKey(name)) {
                ChatEntity created = repository.save(ChatEntity.defaultPublic(name, transaction.now()));
                Chat present = chatCache.load(created);
                chatCache.publishChanged(transaction, present, Set.copyOf(everybody));
                chatCache.publishPublic(transaction, present.id(), present);
                chatCache.joinPublic(transaction, created, firstMember);
            }
        }
    }

    private List<ChatEntity> listed() {
        return repository.findByKindOrderByCreatedAt(Kind.PUBLIC).stream()
                .filter(chat -> !chat.isArchived())
                .toList();
    }

    /** Creates the first chats of a new space, unless it has some. */
    @EventListener
    void on(SpacePrepared prepared) {
        Actor owner = prepared.owner();
        store.<Boolean>write(owner.space(), transaction -> {
            if (repository.findByStandardTrue().isEmpty()) {
                apply(
                        transaction,
                        prepared.chats().isEmpty() ? List.of(DEFAULT_NAME) : prepared.chats(),
                        owner.account());
            }
            return true;
        });
    }

    /** Prepares a space for an account that enters it: it has a public chat, and the account is in it. */
    @EventListener
    void on(SpaceEntered entered) {
        Actor actor = entered.actor();
        boolean ready = store.read(actor.space(), () -> {
            List<ChatEntity> standard = repository.findByStandardTrue();
            return !standard.isEmpty()
                    && standard.stream().allMatch(chat -> chatCache.isMember(chat.id(), actor.account()));
        });
        if (!ready) {
            store.<Boolean>write(actor.space(), transaction -> join(transaction, actor.account()));
        }
    }

    private boolean join(SpaceTransaction transaction, AccountId account) {
        List<ChatEntity> standard = repository.findByStandardTrue();
        if (standard.isEmpty()) {
            apply(transaction, List.of(DEFAULT_NAME), account);
        }
        standard.forEach(chat -> chatCache.joinPublic(transaction, chat, account));
        return true;
    }
}
