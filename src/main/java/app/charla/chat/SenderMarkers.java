package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import app.charla.storage.SpaceTransaction;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.type.descriptor.java.UUIDJavaType;

/**
 * Read markers of the senders of a transaction's messages: whoever sends has read up to there. One batch before the
 * commit, as loading each sender's membership would cost a query per message, on another machine a request.
 */
final class SenderMarkers implements SpaceTransaction.BeforeCommit {

    private static final String SQL =
            "update membership set read_seq = ? where chat_id = ? and account_id = ? and read_seq < ?";

    private record Sender(ChatId chat, AccountId account) {}

    private final Map<Sender, Long> markers = new LinkedHashMap<>();

    static SenderMarkers of(SpaceTransaction transaction) {
        return transaction.beforeCommit(SenderMarkers.class, SenderMarkers::new);
    }

    /** Moves the sender's marker to a message. */
    void sent(ChatId chat, AccountId account, long seq) {
        markers.put(new Sender(chat, account), seq);
    }

    /** Applies what the same transaction sent before to a membership whose marker is changed by its entity. */
    static void applyTo(SpaceTransaction transaction, MembershipEntity membership) {
        Long sent = of(transaction).markers.remove(new Sender(membership.chat(), membership.account()));
        if (sent != null) {
            membership.readUpTo(sent);
        }
    }

    @Override
    public void run(EntityManager entities) {
        if (!markers.isEmpty()) {
            entities.flush(); // an entity flushed later would overwrite the marker with what it was loaded with
            entities.unwrap(Session.class).doWork(this::update);
        }
    }

    private void update(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SQL)) {
            for (Map.Entry<Sender, Long> each : markers.entrySet()) {
                update.setLong(1, each.getValue());
                update.setBytes(2, bytes(each.getKey().chat().value()));
                update.setBytes(3, bytes(each.getKey().account().value()));
                update.setLong(4, each.getValue());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static byte[] bytes(UUID id) {
        return UUIDJavaType.ToBytesTransformer.INSTANCE.transform(id);
    }
}
