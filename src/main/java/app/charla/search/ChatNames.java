package app.charla.search;

import app.charla.account.ProfileDirectory;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.unicode.FoldedText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.stereotype.Component;

/**
 * Resolves the chat of an {@code in:} operator: by its name, or by {@code @username} the private chat with a person.
 */
@Component
class ChatNames {

    private final ProfileDirectory profiles;
    private final EntityManager entities;

    ChatNames(ProfileDirectory profiles, @Qualifier("spaceEntityManagerFactory") EntityManagerFactory factory) {
        this.profiles = profiles;
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    /** @throws NotFoundException if the actor may not read it */
    UUID requireReadable(Actor actor, UUID chat) {
        boolean readable = !entities.createNativeQuery("""
                        select 1 from chat where id = :chat and (kind = 'PUBLIC' or exists (
                          select 1 from membership where chat_id = :chat and account_id = :reader))""")
                .setParameter("chat", chat)
                .setParameter("reader", actor.account().value())
                .getResultList()
                .isEmpty();
        if (!readable) {
            throw new NotFoundException();
        }
        return chat;
    }

    /**
     * Returns a chat that the actor may read.
     *
     * @throws InvalidException if none has that name
     */
    UUID find(Actor actor, String name) {
        return name.startsWith("@") ? privateChatWith(actor, name) : byName(actor, name);
    }

    /** Returns the names of the chats that the actor may read, oldest first; private ones have none. */
    List<String> readableNames(Actor actor) {
        return namedChats(actor).map(NamedChat::name).toList();
    }

    private record NamedChat(UUID id, String name) {}

    private Stream<NamedChat> namedChats(Actor actor) {
        List<?> rows = entities.createNativeQuery("""
                        select id, name from chat where name is not null and (kind = 'PUBLIC' or id in (
                          select chat_id from membership where account_id = :reader))
                        order by created_at""")
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("name", String.class)
                .setParameter("reader", actor.account().value())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new NamedChat((UUID) row[0], (String) row[1]));
    }

    private UUID byName(Actor actor, String name) {
        String normalized = FoldedText.fold(name.startsWith("#") ? name.substring(1) : name);
        return namedChats(actor)
                .filter(each -> FoldedText.fold(each.name()).equals(normalized))
                .map(NamedChat::id)
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private UUID privateChatWith(Actor actor, String name) {
        UUID other;
        try {
            other = profiles.getByUsernames(List.of(name.substring(1)))
                    .getFirst()
                    .id()
                    .value();
        } catch (InvalidException nobody) {
            throw unknown(name);
        }
        List<?> rows = entities.createNativeQuery("""
                        select chat.id as id from chat
                        join membership mine on mine.chat_id = chat.id and mine.account_id = :reader
                        join membership theirs on theirs.chat_id = chat.id and theirs.account_id = :other
                        where chat.kind = 'PRIVATE' and (select count(*) from membership where chat_id = chat.id)
                          = case when :reader = :other then 1 else 2 end""")
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .setParameter("reader", actor.account().value())
                .setParameter("other", other)
                .getResultList();
        if (rows.isEmpty()) {
            throw unknown(name);
        }
        return (UUID) rows.getFirst();
    }

    private static InvalidException unknown(String name) {
        return new InvalidException("q", "search.chat", name);
    }
}
