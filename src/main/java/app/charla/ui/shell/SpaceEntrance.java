package app.charla.ui.shell;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.personaldata.AccountDeletion;
import app.charla.space.Space;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The entrance to a space: decides whether a person may enter the space of an address, and forwards them to another view if
 * not. Shared by all tabs; keeps no state.
 */
@Component
class SpaceEntrance {

    /** A space that was entered, and the person as its member. */
    record Entered(Space space, Actor actor) {}

    private final SpaceService spaces;
    private final SpaceMembers members;
    private final AccountDeletion deletion;

    SpaceEntrance(SpaceService spaces, SpaceMembers members, AccountDeletion deletion) {
        this.spaces = spaces;
        this.members = members;
        this.deletion = deletion;
    }

    /** Returns whether the account is about to be deleted: then no space can be entered. */
    boolean isDeletionPending(AccountId person) {
        return deletion.pending(person).isPresent();
    }

    /** Returns the slug of the home space. */
    String home() {
        return spaces.home().slug();
    }

    /**
     * Enters a space. Forwards to the view for joining it, or to its progress if it is not ready, and returns nothing then.
     *
     * @throws NotFoundException if the space does not exist, or may not be seen by the person
     */
    Optional<Entered> enter(BeforeEnterEvent event, AccountId person, String slug) {
        Space space;
        try {
            space = spaces.space(person, slug);
        } catch (NotFoundException notMember) {
            event.forwardTo(Addresses.join(members.joinable(person, slug).slug()));
            return Optional.empty();
        }
        return switch (space.state()) {
            case READY -> Optional.of(new Entered(space, spaces.enter(person, slug)));
            case REQUESTED, PROVISIONING, FAILED -> {
                event.forwardTo(Addresses.progress(slug));
                yield Optional.empty();
            }
            case DELETING, DELETED -> throw new NotFoundException();
        };
    }

    /** Returns a space whose database is not available, to show its name. */
    Space unavailable(AccountId person, String slug) {
        return spaces.space(person, slug);
    }
}
