package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import java.util.List;
import org.springframework.stereotype.Service;

/** Removes a deleted account from its spaces. */
@Service
public class AccountDepartures {

    private final SpaceRepository spaces;
    private final Memberships memberships;
    private final SpaceDeletion deletion;

    AccountDepartures(SpaceRepository spaces, Memberships memberships, SpaceDeletion deletion) {
        this.spaces = spaces;
        this.memberships = memberships;
        this.deletion = deletion;
    }

    /**
     * Checks that every space with other members keeps an owner when the account is deleted.
     *
     * @throws ConflictException if the account is the last owner of a space that others are in
     */
    public void requireOtherOwners(AccountId account) {
        for (SpaceEntity space : spaces.findByMember(account.value())) {
            var actor = new Actor(space.id(), account);
            if (memberships.isLastOwner(actor) && memberships.count(actor) > 1) {
                throw new ConflictException("deletion.last-owner");
            }
        }
    }

    /** Returns the spaces an account belongs to, without entering them. */
    public List<Space> spaces(AccountId account) {
        return spaces.findByMember(account.value()).stream()
                .map(SpaceEntity::toSpace)
                .toList();
    }

    /**
     * Removes an account from a space, also from the home space. A space without other members is deleted; the last owner
     * is succeeded by the admin, or else the member, who has been in the space for longest.
     */
    public void leave(AccountId account, Space space) {
        var actor = new Actor(space.id(), account);
        if (!space.home() && memberships.count(actor) == 1) {
            deletion.delete(account, space.slug(), space.name());
        } else {
            memberships.removeDeletedAccount(actor);
        }
    }
}
