package app.charla.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "known_address")
@IdClass(KnownAddressEntity.Key.class)
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class KnownAddressEntity {

    record Key(UUID accountId, String network) implements Serializable {}

    @Id
    private UUID accountId;

    @Id
    private String network;

    private Instant signedInAt;

    protected KnownAddressEntity() {}
}
