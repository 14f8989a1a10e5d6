package app.charla.profile;

import app.charla.core.AccountId;
import app.charla.profile.ProfileLink.Proof;
import app.charla.profile.ProfileLink.Visibility;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "profile_link")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate and its queries read the fields
class ProfileLinkEntity implements Persistable<UUID> {

    /** Time that a link stays verified while its page does not answer. */
    private static final Duration GRACE_PERIOD = Duration.ofDays(30);

    @Id
    private UUID id;

    private UUID accountId;
    private String address;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private Instant addedAt;
    private @Nullable Instant provedAt;
    private @Nullable Instant checkedAt;

    @Transient
    private boolean isNew;

    protected ProfileLinkEntity() {}

    ProfileLinkEntity(AccountId account, URI address, Visibility visibility, Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.accountId = account.value();
        this.address = address.toString();
        this.visibility = visibility;
        this.addedAt = now;
        this.isNew = true;
    }

    void changeVisibility(Visibility wanted) {
        visibility = wanted;
    }

    /** Records that the page was fetched. */
    void recordCheck(boolean linksBack, Instant now) {
        provedAt = linksBack ? now : null;
        checkedAt = now;
    }

    /** Records that the page did not answer, which ends the proof only after the grace period. */
    void recordUnreachable(Instant now) {
        provedAt = provedAt == null || provedAt.isBefore(now.minus(GRACE_PERIOD)) ? null : provedAt;
        checkedAt = now;
    }

    boolean isOf(AccountId account) {
        return accountId.equals(account.value());
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    ProfileLink toLink() {
        return new ProfileLink(
                id, URI.create(address), visibility, provedAt == null ? null : Proof.BACKLINK, checkedAt);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }
}
