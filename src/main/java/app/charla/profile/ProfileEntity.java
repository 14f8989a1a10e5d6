package app.charla.profile;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "profile")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate reads the fields
class ProfileEntity {

    @Id
    private UUID accountId;

    private String about;

    protected ProfileEntity() {}

    ProfileEntity(AccountId account, String about) {
        this.accountId = account.value();
        this.about = about;
    }

    String about() {
        return about;
    }
}
