package app.charla.account;

import app.charla.account.RegistrationRules.Inviters;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The one row of registration; the migration inserts it. */
@Entity
@Table(name = "registration")
@DynamicUpdate // the setup code changes by conditional updates only
@SuppressWarnings("NullAway.Init")
class RegistrationEntity {

    static final int ID = 1;

    @Id
    private int id;

    @Enumerated(EnumType.STRING)
    private @Nullable RegistrationMode mode;

    @Enumerated(EnumType.STRING)
    private Inviters inviters;

    private byte @Nullable [] setupCodeHash;

    protected RegistrationEntity() {}

    void change(RegistrationRules rules) {
        mode = rules.mode();
        inviters = rules.inviters();
    }

    RegistrationRules toRules(RegistrationMode otherwise) {
        return new RegistrationRules(mode == null ? otherwise : mode, inviters);
    }

    byte @Nullable [] setupCodeHash() {
        return setupCodeHash == null ? null : setupCodeHash.clone();
    }
}
