package app.charla.share;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.crypto.SecretToken;
import app.charla.message.Message;
import app.charla.message.MessageHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Showing messages outside. In a chat that is not public, whoever else wrote some of them is asked first.
 *
 * @see <a href="../../../../../docs/decisions/019-deletion-export-and-share-links.md">decision 019</a>
 */
@Service
public class ShareService {

    /** The most messages that one share shows. */
    public static final int MAX_MESSAGES = 20;

    private static final int MAX_DAYS = 90;
    private static final int TOKEN_BYTES = 24;

    private final ShareRepository shares;
    private final ConsentRepository consents;
    private final ChatService chats;
    private final MessageHistory history;
    private final ProfileDirectory profiles;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ShareService(
            ShareRepository shares,
            ConsentRepository consents,
            ChatService chats,
            MessageHistory history,
            ProfileDirectory profiles,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.shares = shares;
        this.consents = consents;
        this.chats = chats;
        this.history = history;
        this.profiles = profiles;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Makes a link that shows a stretch of a chat for some days.
     *
     * @param first the number of the first message
     * @param last that of the last; at most {@link #MAX_MESSAGES} in all
     * @throws NotFoundException if the actor may not see the chat
     * @throws InvalidException if there is nothing to show there, too much, or for too long
     */
    public IssuedShare share(Actor actor, ChatId id, long first, long last, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidException("days", "share.days", MAX_DAYS);
        }
        Chat chat = chats.visible(actor, id);
        List<Message> shown = visibleMessages(actor, id, first, last);
        if (shown.isEmpty()) {
            throw new InvalidException("last", "share.empty");
        }
        Set<AccountId> asked = chat.kind() == Kind.PUBLIC
                ? Set.of()
                : shown.stream()
                        .map(Message::sender)
                        .filter(author -> !author.equals(actor.account()))
                        .collect(Collectors.toSet());
        SecretToken token = SecretToken.random(TOKEN_BYTES);
        Instant now = clock.instant();
        var share = new Share(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                actor.account(),
                actor.space(),
                id,
                first,
                last,
                now,
                now.plus(Duration.ofDays(days)),
                asked.size());
        transactions.executeWithoutResult(status -> {
            shares.save(new ShareEntity(share, token.digest()));
            asked.forEach(author -> consents.save(new ConsentEntity(share.id(), author)));
        });
        asked.forEach(this::publishRequestsChanged);
        return new IssuedShare(share, token.text());
    }

    private List<Message> visibleMessages(Actor actor, ChatId chat, long first, long last) {
        if (first < 1 || last < first || last - first >= MAX_MESSAGES) {
            throw new InvalidException("last", "share.range", MAX_MESSAGES);
        }
        return history.after(actor, chat, first - 1, (int) (last - first + 1)).messages().stream()
                .filter(message -> message.seq() <= last)
                .filter(message -> message.kind() == Message.Kind.TEXT && !message.deleted())
                .toList();
    }

    /**
     * What a link shows now: the messages as they stand in their chat. Nobody has to be signed in.
     *
     * @throws NotFoundException if it has expired or was taken back, if somebody has not consented, if nothing is left to
     *     show, or if who made it may not see the chat any more
     */
    public SharedPage open(String token) {
        ShareEntity found = shares.findByTokenHash(SecretToken.digest(token))
                .filter(share -> !share.isExpired(clock.instant()))
                .orElseThrow(NotFoundException::new);
        Share share = share(found);
        if (share.awaited() > 0) {
            throw new NotFoundException();
        }
        var actor = new Actor(share.space(), share.by());
        List<Message> shown = visibleMessages(actor, share.chat(), share.firstSeq(), share.lastSeq());
        if (shown.isEmpty()) {
            throw new NotFoundException();
        }
        Map<AccountId, Profile> people =
                profiles.findByIds(shown.stream().map(Message::sender).toList());
        return new SharedPage(
                shown.stream().map(message -> line(message, people)).toList(), share.expiresAt());
    }

    private static SharedPage.Line line(Message message, Map<AccountId, Profile> people) {
        Profile author = people.get(message.sender());
        String name = author == null ? "" : author.name();
        String action = message.action();
        String text = action == null ? message.text() : name + " " + action;
        return new SharedPage.Line(name, text, message.sentAt(), message.editedAt() != null);
    }

    /** The actor's own shares that have not expired, newest first. */
    public List<Share> shares(AccountId actor) {
        return shares.findByAccountIdOrderByCreatedAtDesc(actor.value()).stream()
                .filter(share -> !share.isExpired(clock.instant()))
                .map(this::share)
                .toList();
    }

    private Share share(ShareEntity entity) {
        return entity.toShare(consents.countByShareIdAndAgreedAtIsNull(entity.getId()));
    }

    /**
     * Takes a share back: its link leads nowhere from now on.
     *
     * @throws NotFoundException if the actor has made none of that identifier
     */
    public void revoke(AccountId actor, UUID id) {
        delete(shares.findById(id).filter(share -> share.isOwnedBy(actor)).orElseThrow(NotFoundException::new));
    }

    private void delete(ShareEntity share) {
        List<ConsentEntity> asked = consents.findByShareId(share.getId());
        shares.delete(share);
        asked.stream().map(ConsentEntity::account).forEach(this::publishRequestsChanged);
    }

    private void publishRequestsChanged(AccountId asked) {
        events.publishEvent(new ShareRequestsChanged(asked));
    }

    /** How many {@linkplain #requests} wait for the actor. */
    public int countRequests(AccountId actor) {
        return consents.countPending(actor.value(), clock.instant());
    }

    /** What others want to show of the actor's words, as long as the actor has not answered. */
    public List<Share> requests(AccountId actor) {
        return shares.findPending(actor.value()).stream()
                .filter(share -> !share.isExpired(clock.instant()))
                .map(this::share)
                .toList();
    }

    /**
     * The words that the actor is asked about.
     *
     * @throws NotFoundException if nobody asks
     */
    public List<String> ownTexts(AccountId actor, Share share) {
        var who = new Actor(share.space(), actor);
        return visibleMessages(who, share.chat(), share.firstSeq(), share.lastSeq()).stream()
                .filter(message -> message.sender().equals(actor))
                .map(Message::text)
                .toList();
    }

    /**
     * Consents to what another wants to show. It may be taken back at any time, by {@link #refuse}.
     *
     * @throws NotFoundException if the actor was not asked
     */
    public void consent(AccountId actor, UUID id) {
        transactions.executeWithoutResult(status -> find(actor, id).agree(clock.instant()));
        publishRequestsChanged(actor);
    }

    /**
     * Refuses what another wants to show: nothing remains of it.
     *
     * @throws NotFoundException if the actor was not asked
     */
    public void refuse(AccountId actor, UUID id) {
        Objects.requireNonNull(find(actor, id));
        shares.findById(id).ifPresent(this::delete);
    }

    private ConsentEntity find(AccountId actor, UUID id) {
        return consents.findById(new ConsentEntity.Key(id, actor.value())).orElseThrow(NotFoundException::new);
    }

    /** Forgets what has expired. */
    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void deleteExpired() {
        transactions.executeWithoutResult(status -> shares.deleteExpired(clock.instant()));
    }
}
