package app.charla.space;

import app.charla.account.AccountInvited;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.UnavailableException;
import app.charla.crypto.SecretToken;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invite links to spaces. An invite that is used up, revoked or expired is reported like one that never existed
 * ({@link NotFoundException}).
 */
@Service
public class InviteService {

    private static final int TOKEN_BYTES = 32;
    /** The shortest life of an invite, in seconds. */
    public static final long MIN_SECONDS = 60;

    /** The longest life of an invite, in seconds. */
    public static final long MAX_SECONDS = 366 * 24 * 60 * 60L;

    private static final Duration MIN_LIFETIME = Duration.ofSeconds(MIN_SECONDS);
    private static final Duration MAX_LIFETIME = Duration.ofSeconds(MAX_SECONDS);

    private final SpaceService spaces;
    private final SpaceRegister register;
    private final Memberships memberships;
    private final InviteRepository invites;
    private final SpaceLimits limits;
    private final SpaceProperties properties;
    private final SpaceSettingsService settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    InviteService(
            SpaceService spaces,
            SpaceRegister register,
            Memberships memberships,
            InviteRepository invites,
            SpaceLimits limits,
            SpaceProperties properties,
            SpaceSettingsService settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.spaces = spaces;
        this.register = register;
        this.memberships = memberships;
        this.invites = invites;
        this.limits = limits;
        this.properties = properties;
        this.settings = settings;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Issues an invite. Owners and admins; only owners invite admins.
     *
     * @throws InvalidException if the lifetime or the number of uses is out of range
     * @throws ForbiddenException if the actor's role does not allow it
     */
    public Invite.Issued issue(Actor actor, Invite.Request request) {
        requireValid(request);
        SpaceRole mine = spaces.role(actor);
        if (!mine.mayManage() || request.role() == SpaceRole.OWNER) {
            throw new ForbiddenException("space.manage");
        }
        if (request.role() == SpaceRole.ADMIN && mine != SpaceRole.OWNER) {
            throw new ForbiddenException("space.own");
        }
        SecretToken token = SecretToken.random(TOKEN_BYTES);
        Duration lifetime = Objects.requireNonNullElse(request.lifetime(), properties.inviteLifetime());
        var entity = new InviteEntity(
                actor, token.digest(), request, clock.instant(), clock.instant().plus(lifetime));
        return new Invite.Issued(token.text(), invites.save(entity).toInvite(List.of()));
    }

    private static void requireValid(Invite.Request request) {
        Duration lifetime = request.lifetime();
        if (lifetime != null && (lifetime.compareTo(MIN_LIFETIME) < 0 || lifetime.compareTo(MAX_LIFETIME) > 0)) {
            throw new InvalidException("lifetime", "invite.lifetime");
        }
        if (request.maxUses() != null && request.maxUses() < 1) {
            throw new InvalidException("maxUses", "invite.uses");
        }
    }

    /** Returns the invites of the space, newest first, with those who joined by them. Owners and admins. */
    public List<Invite> invites(Actor actor) {
        spaces.requireManager(actor);
        Map<UUID, List<AccountId>> joined = new HashMap<>();
        for (SpaceMember member : memberships.all(actor)) {
            if (member.invite() != null) {
                joined.computeIfAbsent(member.invite(), id -> new ArrayList<>()).add(member.account());
            }
        }
        return invites.findBySpaceIdOrderByCreatedAtDesc(actor.space().value()).stream()
                .map(entity -> entity.toInvite(joined.getOrDefault(entity.getId(), List.of())))
                .toList();
    }

    /** Revokes an invite. Owners and admins. Those who joined by it stay members. */
    @Transactional
    public void revoke(Actor actor, UUID invite) {
        spaces.requireManager(actor);
        invites.findByIdAndSpaceId(invite, actor.space().value())
                .orElseThrow(NotFoundException::new)
                .revoke(clock.instant());
    }

    /**
     * Returns the preview of an invite.
     *
     * @throws app.charla.core.TooManyRequestsException if the account tried too many invites within a minute
     */
    public Invite.Preview preview(AccountId account, String token) {
        limits.takeInviteAttempt(account);
        InviteEntity entity = find(token);
        Invite invite = entity.toInvite(List.of());
        boolean joined = isMember(new Actor(entity.space(), account));
        if (!joined && !isOpen(invite, new Actor(entity.space(), account))) {
            throw new NotFoundException();
        }
        return preview(entity, account, joined);
    }

    /**
     * Returns the preview of an invite for a visitor who is not signed in. Who has the link of an open invite sees what its
     * members show to newcomers; nobody sees anything of any other.
     *
     * @param address the network address of the visitor
     * @throws app.charla.core.TooManyRequestsException if that address tried too many invalid invites within a minute
     */
    public Invite.Preview previewForVisitor(String token, String address) {
        limits.requireVisitor(address);
        try {
            InviteEntity entity = find(token);
            Invite invite = entity.toInvite(List.of());
            if (!invite.isOpen(clock.instant())) {
                throw new NotFoundException();
            }
            return preview(entity, invite.createdBy(), false);
        } catch (NotFoundException notValid) {
            limits.takeVisitor(address);
            throw notValid;
        }
    }

    private Invite.Preview preview(InviteEntity entity, AccountId viewer, boolean joined) {
        Invite invite = entity.toInvite(List.of());
        Space space = readySpace(entity);
        int people = memberships.count(new Actor(entity.space(), viewer));
        return new Invite.Preview(
                space, invite.createdBy(), people, invite.role(), joined, welcome(space), invite.chat());
    }

    private String welcome(Space space) {
        try {
            return settings.of(space.id()).welcome();
        } catch (UnavailableException noMoreThanATextIsMissing) {
            return "";
        }
    }

    /**
     * Joins the space and the chat of the invite. For a member nothing changes, and no use is counted.
     *
     * @throws app.charla.core.TooManyRequestsException if the account tried too many invites within a minute
     */
    public Invite.Admission accept(AccountId account, String token) {
        limits.takeInviteAttempt(account);
        InviteEntity found = find(token);
        Space space = readySpace(found);
        var actor = new Actor(space.id(), account);
        Invite invite = found.toInvite(List.of());
        boolean isNew = !isMember(actor);
        if (isNew) {
            admit(actor, SecretToken.digest(token));
            events.publishEvent(new SpaceChanged(space));
        }
        enter(actor, space, isNew ? invite.chat() : null, invite);
        return new Invite.Admission(actor, space, invite.chat());
    }

    /** Lets an account into the space whose invite it was created by. */
    @EventListener
    void enter(AccountInvited event) {
        InviteEntity found = invites.findById(event.invite()).orElseThrow(NotFoundException::new);
        Space space = register.space(found.space());
        Invite invite = found.toInvite(List.of());
        events.publishEvent(new SpaceChanged(space));
        enter(new Actor(space.id(), event.account()), space, invite.chat(), invite);
    }

    private void enter(Actor actor, Space space, @Nullable ChatId chat, Invite invite) {
        spaces.enter(actor.account(), space.slug());
        if (chat != null) {
            events.publishEvent(new InviteAccepted(actor, invite.createdBy(), chat));
        }
    }

    private void admit(Actor actor, byte[] hash) {
        memberships.finishDeparture(actor);
        transactions.executeWithoutResult(status -> {
            InviteEntity entity = invites.findByTokenHash(hash).orElseThrow(NotFoundException::new);
            Invite invite = entity.toInvite(List.of());
            if (!isOpen(invite, actor)) {
                throw new NotFoundException();
            }
            if (!isMember(actor)) {
                if (invites.use(invite.id(), clock.instant()) == 0) {
                    throw new NotFoundException();
                }
                memberships.admit(actor, invite.role(), invite.id());
            }
        });
    }

    private boolean isOpen(Invite invite, Actor actor) {
        return invite.isOpen(clock.instant()) && memberships.mayUseInvite(actor, invite.createdAt());
    }

    private boolean isMember(Actor actor) {
        return spaces.isHome(actor.space()) || memberships.exists(actor);
    }

    private InviteEntity find(String token) {
        return invites.findByTokenHash(SecretToken.digest(token)).orElseThrow(NotFoundException::new);
    }

    private Space readySpace(InviteEntity invite) {
        Space space = register.space(invite.space());
        if (!space.isReady()) {
            throw new NotFoundException();
        }
        return space;
    }
}
