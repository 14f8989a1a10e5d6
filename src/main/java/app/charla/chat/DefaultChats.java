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
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The public chats that whoever comes into a space is in. There is always one. */
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

    /** What they are called, oldest first. For every member. */
    public List<String> names(Actor actor) {
        spaces.requireMember(actor);
        return store.read(
                actor.space(),
                () -> repository.findByKindOrderByCreatedAt(Kind.PUBLIC).stream()
                        .filter(ChatEntity::isDefault)
                        .map(chat -> Objects.requireNonNullElse(chat.name(), ""))
                        .toList());
    }

    /**
     * Chooses them: a public chat that is missing is made, one that is no longer named stays for who is in it. For who
     * is in the space already a new one stands in the list of public chats. Owners and admins.
     *
     * @throws InvalidException if there is none, or more than 20
     * @throws app.charla.core.ForbiddenException if the actor is a plain member
     */
    public List<String> change(Actor actor, List<String> names) {
        List<String> wanted = SpaceRequest.chatNames(names);
        if (wanted.isEmpty()) {
            throw new InvalidException("chats", "space.chats", 20);
        }
        spaces.requireManager(actor);
        return store.write(actor.space(), transaction -> {
            apply(transaction, wanted, actor.account());
            return wanted;
        });
    }

    private void apply(SpaceTransaction transaction, List<String> names, AccountId first) {
        Map<String, ChatEntity> present = new LinkedHashMap<>();
        Set<AccountId> everybody = new LinkedHashSet<>();
        for (ChatEntity chat : repository.findByKindOrderByCreatedAt(Kind.PUBLIC)) {
            present.putIfAbsent(Objects.requireNonNullElse(chat.name(), ""), chat);
            everybody.addAll(chatCache.cached(transaction.space(), chat).audience());
        }
        present.forEach((name, chat) -> chat.setDefault(names.contains(name)));
        for (String name : names) {
            if (!present.containsKey(name)) {
                ChatEntity made = repository.save(ChatEntity.defaultPublic(name, transaction.now()));
                chatCache.publishChanged(transaction, chatCache.load(made), Set.copyOf(everybody));
                chatCache.joinPublic(transaction, made, first);
            }
        }
    }

    /** Puts the first chats into a new space, unless it has some. */
    @EventListener
    void on(SpacePrepared prepared) {
        Actor owner = prepared.owner();
        store.<Boolean>write(owner.space(), transaction -> {
            if (repository.findByStandardTrue().isEmpty()) {
                apply(transaction, prepared.chats().isEmpty() ? List.of(DEFAULT_NAME) : prepared.chats(), owner.account());
            }
            return true;
        });
    }

    /** Makes a space ready for somebody who comes in: it has a public chat, and they are in it. */
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
