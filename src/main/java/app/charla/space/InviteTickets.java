package app.charla.space;

import app.charla.account.Administrators;
import app.charla.account.RegistrationInvites;
import app.charla.account.RegistrationRules.Inviters;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.crypto.SecretToken;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invites of spaces as tickets for registration: whoever registers by one is a member of its space. */
@Component
class InviteTickets implements RegistrationInvites {

    private final InviteRepository invites;
    private final SpaceMemberRepository members;
    private final SpaceRegister register;
    private final Administrators administrators;
    private final Clock clock;

    InviteTickets(
            InviteRepository invites,
            SpaceMemberRepository members,
            SpaceRegister register,
            Administrators administrators,
            Clock clock) {
        this.invites = invites;
        this.members = members;
        this.register = register;
        this.administrators = administrators;
        this.clock = clock;
    }

    @Override
    public void check(@Nullable String token, Inviters inviters) {
        find(token, inviters);
    }

    @Override
    public UUID redeem(AccountId newcomer, @Nullable String token, Inviters inviters) {
        InviteEntity entity = find(token, inviters);
        if (invites.use(entity.getId(), clock.instant()) == 0) {
            throw refused();
        }
        SpaceRole role = entity.toInvite(List.of()).role();
        members.save(new SpaceMemberEntity(new Actor(entity.space(), newcomer), role, entity.getId(), clock.instant()));
        return entity.getId();
    }

    private InviteEntity find(@Nullable String token, Inviters inviters) {
        return Optional.ofNullable(token)
                .flatMap(secret -> invites.findByTokenHash(SecretToken.digest(secret)))
                .filter(entity -> counts(entity, inviters))
                .orElseThrow(InviteTickets::refused);
    }

    private boolean counts(InviteEntity entity, Inviters inviters) {
        Invite invite = entity.toInvite(List.of());
        return invite.isOpen(clock.instant())
                && register.space(entity.space()).isReady()
                && switch (inviters) {
                    case ADMINISTRATORS -> administrators.isAdministrator(invite.createdBy());
                    case MANAGERS -> isManager(new Actor(entity.space(), invite.createdBy()));
                };
    }

    private boolean isManager(Actor issuer) {
        return members.findById(SpaceMemberEntity.Key.of(issuer))
                .filter(member -> member.role().mayManage())
                .isPresent();
    }

    private static ForbiddenException refused() {
        return new ForbiddenException("registration.invite");
    }
}
