package app.charla.space;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Spaces and who belongs to them. */
@Service
public class SpaceService {

    private static final String HOME_SLUG = "home";
    private static final String HOME_NAME = "Plaza Mayor";
    private static final String HOME_COLOR = "#1f9d61";

    private final SpaceRepository spaces;
    private final SpaceMemberRepository members;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Space home;

    /** Who has come into which space since this process started. */
    private final Cache<Actor, Boolean> entered =
            Caffeine.newBuilder().maximumSize(200_000).build();

    SpaceService(SpaceRepository spaces, SpaceMemberRepository members, ApplicationEventPublisher events, Clock clock) {
        this.spaces = spaces;
        this.members = members;
        this.events = events;
        this.clock = clock;
        this.home = spaces.findByHomeTrue().orElseGet(this::createHome).toSpace();
    }

    private SpaceEntity createHome() {
        return spaces.saveAndFlush(new SpaceEntity(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                HOME_SLUG,
                HOME_NAME,
                HOME_COLOR,
                true,
                clock.instant()));
    }

    /** The space to which everybody belongs. */
    public Space home() {
        return home;
    }

    /** The spaces an account belongs to, home first. */
    public List<Space> spaces(AccountId account) {
        enter(account, home.id());
        return spaces.findByMember(account.value()).stream()
                .map(SpaceEntity::toSpace)
                .toList();
    }

    /**
     * Comes into the space of that name. Everybody who asks for the home space becomes a member of it.
     *
     * @return who acts from now on, and where
     * @throws NotFoundException if there is none, or the account does not belong to it
     */
    public Actor enter(AccountId account, String slug) {
        if (slug.equals(home.slug())) {
            return enter(account, home.id());
        }
        return enter(
                account,
                spaces.findBySlug(slug)
                        .orElseThrow(NotFoundException::new)
                        .toSpace()
                        .id());
    }

    /**
     * Checks that people may be brought into a space's conversations.
     *
     * @throws NotFoundException if one of them does not belong to it
     */
    public void requireMembers(SpaceId space, Collection<AccountId> accounts) {
        if (space.equals(home.id())) {
            return; // everybody with an account belongs to it, also before coming for the first time
        }
        for (AccountId account : accounts) {
            if (!members.existsById(new SpaceMemberEntity.Key(account.value(), space.value()))) {
                throw new NotFoundException();
            }
        }
    }

    /** Comes into the home space. */
    public Actor enterHome(AccountId account) {
        return enter(account, home.id());
    }

    private Actor enter(AccountId account, SpaceId space) {
        var actor = new Actor(space, account);
        var unused = entered.get(actor, this::admit);
        return actor;
    }

    private boolean admit(Actor actor) {
        var key =
                new SpaceMemberEntity.Key(actor.account().value(), actor.space().value());
        if (!members.existsById(key)) {
            if (!actor.space().equals(home.id())) {
                throw new NotFoundException();
            }
            members.save(new SpaceMemberEntity(key.accountId(), key.spaceId(), clock.instant()));
        }
        events.publishEvent(new SpaceEntered(actor));
        return true;
    }
}
