package app.charla.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "known_device")
@IdClass(KnownDeviceEntity.Key.class)
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class KnownDeviceEntity {

    record Key(UUID accountId, String device) implements Serializable {}

    @Id
    private UUID accountId;

    @Id
    private String device;

    private Instant signedInAt;
    private UUID alertsAfter;

    protected KnownDeviceEntity() {}
}
